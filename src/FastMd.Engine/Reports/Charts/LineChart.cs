using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Charts;

/// <summary>Values over one x axis, four series at most.</summary>
internal sealed record LineChart
{
    // Places that say their values when pointed at. More would make a page large, not clear.
    private const int MostHints = 120;

    public required string Title { get; init; }

    public required Axis XAxis { get; init; }

    public required Axis YAxis { get; init; }

    /// <summary>Where the values of the series lie, rising.</summary>
    public required IReadOnlyList<double> X { get; init; }

    public required IReadOnlyList<Series> Series { get; init; }

    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    public void Write(Markup page)
        => Plot.Write(page, Title, Legend(), XAxis, YAxis, () =>
        {
            Lines(page);
            Dots(page);
            Hints(page);
            foreach (var mark in Marks)
            {
                Plot.Mark(page, XAxis, mark);
            }
        });

    private static bool StandsAlone(IReadOnlyList<double> values, int i)
        => double.IsFinite(values[i])
            && (i == 0 || !double.IsFinite(values[i - 1]))
            && (i == values.Count - 1 || !double.IsFinite(values[i + 1]));

    // A chart of one line is what its title says.
    private IEnumerable<Plot.Key> Legend()
        => Series.Count == 1 ? [] : Series.Select((series, i) => new Plot.Key(series.Name, Color(i), series.Look == SeriesLook.Dashed));

    // What was not measured stands back.
    private int Color(int i) => Series[i].Look == SeriesLook.Dashed ? 0 : i + 1;

    // Paths know no per cent: they are drawn 1,000 wide and stretched, their strokes are not.
    private void Lines(Markup page)
    {
        using var stretched = page.Open(
            "svg",
            ("width", "100%"),
            ("height", Markup.Number(Plot.Height)),
            ("viewBox", $"0 0 {Markup.Number(LinePath.Width)} {Markup.Number(Plot.Height)}"),
            ("preserveAspectRatio", "none"));
        for (var i = 0; i < Series.Count; i++)
        {
            var path = new LinePath(XAxis, YAxis, X, Series[i]);
            if (Series[i].Look is SeriesLook.Area)
            {
                page.Empty("path", ("class", $"area c{Color(i)}"), ("d", path.Area()));
            }

            page.Empty("path", ("class", $"line c{Color(i)}{(Series[i].Look == SeriesLook.Dashed ? " dashed" : "")}"), ("d", path.Line()));
        }
    }

    private void Dots(Markup page)
    {
        for (var i = 0; i < Series.Count; i++)
        {
            var values = Series[i].Values;
            for (var j = 0; j < values.Count; j++)
            {
                if (double.IsFinite(values[j]) && (Series[i].Look == SeriesLook.Dots || StandsAlone(values, j)))
                {
                    page.Empty(
                        "circle",
                        ("class", $"dot c{Color(i)}"),
                        ("cx", Plot.Across(XAxis, X[j])),
                        ("cy", Markup.Number(Plot.Down(YAxis, values[j]))),
                        ("r", "3.5"));
                }
            }
        }
    }

    private void Hints(Markup page)
    {
        var every = ((X.Count - 1) / MostHints) + 1;
        for (var first = 0; first < X.Count; first += every)
        {
            var middle = Math.Min(first + (every / 2), X.Count - 1);
            var next = first + every;
            var from = first == 0 ? 0 : Between(first - 1);
            var to = next >= X.Count ? 1 : Between(next - 1);
            using var band = page.Open(
                "rect",
                ("class", "band"),
                ("x", Markup.Percent(from)),
                ("width", Markup.Percent(Math.Max(0, to - from))),
                ("height", Markup.Number(Plot.Height)));
            page.Element("title", Hint(middle));
        }
    }

    private double Between(int i) => (XAxis.Position(X[i]) + XAxis.Position(X[i + 1])) / 2;

    private string Hint(int i) => string.Join(
        '\n',
        Series.Where(series => double.IsFinite(series.Values[i]))
            .Select(series => $"{series.Name}: {YAxis.Format(series.Values[i])}")
            .Prepend(XAxis.Format(X[i])));
}
