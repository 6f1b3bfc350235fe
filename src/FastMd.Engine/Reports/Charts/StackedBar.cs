using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Charts;

/// <summary>Parts of a whole, side by side in one bar.</summary>
internal static class StackedBar
{
    /// <summary>Writes a bar as wide as its place.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="whole">What they are parts of.</param>
    /// <param name="style">How it looks: <c>tall</c> or <c>small</c>.</param>
    public static void Write(Markup page, IReadOnlyList<Part> parts, double whole, string style)
    {
        using var bar = page.Open(
            "svg", ("class", "stack " + style), ("role", "img"), ("aria-label", string.Join(", ", parts.Select(part => part.Hint))));
        var from = 0.0;
        for (var i = 0; i < parts.Count && whole > 0; i++)
        {
            var share = parts[i].Value / whole;
            using (page.Open(
                "rect", ("class", $"part c{i + 1}"), ("x", Markup.Percent(from)), ("width", Markup.Percent(share)), ("height", "100%")))
            {
                page.Element("title", parts[i].Hint);
            }

            from += share;
        }
    }
}
