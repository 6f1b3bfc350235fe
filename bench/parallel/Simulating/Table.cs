using System.Globalization;
using System.Text;

namespace FastMd.Parallel.Simulating;

/// <summary>Tables as Markdown.</summary>
internal sealed class Table
{
    private readonly StringBuilder _text = new();

    public static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public void Heading(string text) => _text.Append(CultureInfo.InvariantCulture, $"\n## {text}\n\n");

    public void Line(string text) => _text.Append(text).Append("\n\n");

    public void Header(IReadOnlyList<string> cells)
    {
        Row(cells);
        Row([.. cells.Select((_, column) => column == 0 ? "---" : "---:")]);
    }

    public void Row(IReadOnlyList<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public override string ToString() => _text.ToString();
}
