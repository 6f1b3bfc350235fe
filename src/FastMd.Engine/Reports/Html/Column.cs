namespace FastMd.Engine.Reports.Html;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Cell">Writes the cell of a row.</param>
/// <param name="Class">How it looks; empty for plain text.</param>
internal sealed record Column<T>(string Heading, Action<Markup, T> Cell, string Class = "")
{
    /// <summary>A column of figures.</summary>
    public static Column<T> Figure(string heading, Func<T, string> text) => new(heading, (page, row) => page.Text(text(row)), "figure");

    /// <summary>A column of words.</summary>
    public static Column<T> Words(string heading, Func<T, string> text, string style = "") => new(heading, (page, row) => page.Text(text(row)), style);
}
