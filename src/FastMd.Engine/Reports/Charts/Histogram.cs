using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Charts;

/// <summary>How values spread: bars side by side on one axis.</summary>
internal sealed record Histogram
{
    public required string Title { get; init; }

    public required Axis XAxis { get; init; }

    public required Axis YAxis { get; init; }

    public required IReadOnlyList<Bar> Bars { get; init; }

    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    public void Write(Markup page) => Plot.Write(page, Title, Legend(), XAxis, YAxis, () =>
    {
        foreach (var bar in Bars)
        {
            Write(page, bar);
        }

        foreach (var mark in Marks)
        {
            Plot.Mark(page, XAxis, mark);
        }
    });

    private IEnumerable<Plot.Key> Legend()
        => Marks.Where(mark => mark.Name.Length > 0).Select(mark => new Plot.Key(mark.Name, mark.Color));

    private void Write(Markup page, Bar bar)
    {
        var from = XAxis.Position(bar.From);

        // A few among thousands are still to be seen.
        var height = Math.Max(1.5, Plot.Height - Plot.Down(YAxis, bar.Value));
        using var shape = page.Open(
            "rect",
            ("class", "bar c1"),
            ("x", Markup.Percent(from)),
            ("width", Markup.Percent(XAxis.Position(bar.To) - from)),
            ("y", Markup.Number(Plot.Height - height)),
            ("height", Markup.Number(height)));
        page.Element("title", bar.Hint);
    }
}
