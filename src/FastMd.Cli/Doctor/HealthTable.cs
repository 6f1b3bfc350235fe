using System.Text;
using FastMd.Engine.Health;

namespace FastMd.Cli.Doctor;

/// <summary>Check, status and what was found in columns; advice on a line of its own below.</summary>
internal static class HealthTable
{
    private const string Gap = "  ";

    public static void Write(IReadOnlyList<HealthRow> rows, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false));
        var checkWidth = rows.Max(row => row.Check.Length);
        var statusWidth = Enum.GetNames<HealthStatus>().Max(name => name.Length);
        var indent = new string(' ', checkWidth + statusWidth + (2 * Gap.Length));
        foreach (var row in rows)
        {
            var status = row.Status.ToString().ToLowerInvariant();
            text.WriteLine($"{row.Check.PadRight(checkWidth)}{Gap}{status.PadRight(statusWidth)}{Gap}{row.Found}");
            if (row.Advice is { } advice)
            {
                text.WriteLine($"{indent}-> {advice}");
            }
        }
    }
}
