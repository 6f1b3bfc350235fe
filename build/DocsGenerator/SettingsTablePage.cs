using FastMd.Engine.Configuration;

namespace FastMd.Build.DocsGenerator;

/// <summary>docs/configuration.md: a person writes the text, the table of settings its table.</summary>
internal static class SettingsTablePage
{
    private const string Head = "| key | default | allowed | option | parameter | environment | meaning |";

    /// <summary>The page with its table made anew.</summary>
    /// <exception cref="InvalidOperationException">The page has no such table.</exception>
    public static string Renewed(string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        var first = Array.IndexOf(lines, Head);
        if (first < 0)
        {
            throw new InvalidOperationException($"The page has no line '{Head}'.");
        }

        var after = lines.Skip(first).SkipWhile(line => line.StartsWith('|'));
        return string.Join('\n', [.. lines[..first], Head, "|---|---|---|---|---|---|---|", .. SettingsTable.All.Select(Row), .. after]);
    }

    private static string Row(Setting setting) => string.Join(
        " ",
        "|",
        string.Join(" | ", [
            Code(setting.Key),
            Code(setting.DefaultText),
            Cell(setting.Allowed),
            Code(setting.Option),
            setting.Parameter.Length > 0 ? Code(setting.Parameter) : "(only `fastmd`)",
            Code(setting.EnvironmentVariable),
            Cell(setting.Meaning),
        ]),
        "|");

    private static string Code(string text) => text.Length == 0 ? "" : $"`{Cell(text)}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
