using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Charts;

/// <summary>
/// What all charts have in common: a figure with a caption, and a plot with grid and axes. Across, everything is in per cent, so a chart
/// is as wide as its place and its text keeps its size; down, it is in pixels.
/// </summary>
internal static class Plot
{
    /// <summary>Height of the area that data is drawn in.</summary>
    public const double Height = 168;

    // Room above for the heads of marks, and below for the labels of the x axis.
    private const double Above = 14;
    private const double Below = 24;

    public static void Write(Markup page, string title, IEnumerable<Key> legend, Axis x, Axis y, Action data)
    {
        using var figure = page.Open("figure");
        using (page.Open("figcaption"))
        {
            page.Element("span", title, ("class", "title"));
            using var keys = page.Open("span", ("class", "keys"));
            foreach (var key in legend)
            {
                Write(page, key);
            }
        }

        using (page.Open(
            "svg",
            ("class", "plot"),
            ("width", "100%"),
            ("height", Markup.Number(Above + Height + Below)),
            ("role", "img"),
            ("aria-label", title)))
        {
            using (page.Open("g", ("transform", $"translate(0 {Markup.Number(Above)})")))
            {
                Grid(page, y);
                data();
                Labels(page, x);
            }
        }
    }

    /// <summary>Distance from the top of the plot.</summary>
    public static double Down(Axis y, double value) => Height * (1 - y.Position(value));

    public static string Across(Axis x, double value) => Markup.Percent(x.Position(value));

    /// <summary>A line from top to bottom with a head to point at.</summary>
    public static void Mark(Markup page, Axis x, ChartMark mark)
    {
        var at = Across(x, mark.At);
        using var group = page.Open("g", ("class", $"mark c{mark.Color}"));
        page.Element("title", mark.Hint);
        page.Empty("line", ("x1", at), ("x2", at), ("y1", "-3"), ("y2", Markup.Number(Height)));
        page.Empty("circle", ("cx", at), ("cy", "-6"), ("r", "4"));
    }

    private static void Write(Markup page, Key key)
    {
        using var entry = page.Open("span", ("class", $"key c{key.Color}"));
        using (page.Open("svg", ("width", "16"), ("height", "10")))
        {
            page.Empty("line", ("x1", "0"), ("x2", "16"), ("y1", "5"), ("y2", "5"), ("class", key.IsDashed ? "line dashed" : "line"));
        }

        page.Text(key.Name);
    }

    private static void Grid(Markup page, Axis y)
    {
        foreach (var tick in y.Ticks)
        {
            var down = Markup.Number(Down(y, tick));
            page.Empty("line", ("class", tick == y.Minimum ? "base" : "grid-line"), ("x1", "0"), ("x2", "100%"), ("y1", down), ("y2", down));
            page.Element("text", y.Format(tick), ("x", "-8"), ("y", down), ("dy", "4"), ("class", "end"));
        }
    }

    private static void Labels(Markup page, Axis x)
    {
        foreach (var tick in x.Ticks)
        {
            page.Element(
                "text", x.Format(tick), ("x", Across(x, tick)), ("y", Markup.Number(Height + 18)), ("class", Anchor(x.Position(tick))));
        }
    }

    private static string Anchor(double position) => position > 0.95 ? "end" : "middle";

    /// <summary>An entry of the legend.</summary>
    internal sealed record Key(string Name, int Color, bool IsDashed = false);
}
