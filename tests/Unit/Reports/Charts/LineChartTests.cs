using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Tests.Unit.Reports.Charts;

public sealed class LineChartTests
{
    private static readonly LineChart SpeedUp = new()
    {
        Title = "Speed-up",
        XAxis = new(1, 5, [1, 2, 4], Figures.Real),
        YAxis = Axis.UpTo(4, Figures.Real),
        X = [1, 2, 3, 4, 5],
        Series = [new("measured", [1, 2, double.NaN, 3, double.NaN], SeriesLook.Dots), new("ideal", [1, 2, 3, 4, 5], SeriesLook.Dashed)],
    };

    [Fact]
    public void What_was_measured_has_a_dot_at_each_value_and_a_line_across_gaps()
    {
        var chart = Render(SpeedUp);

        Assert.Equal(["0%", "25%", "75%"], chart.QuerySelectorAll("circle.c1").Select(dot => dot.GetAttribute("cx")));
        Assert.Equal("M0 126L250 84L750 42", chart.QuerySelector("path.c1")!.GetAttribute("d"));
    }

    [Fact]
    public void A_line_breaks_where_there_is_no_value_and_a_value_alone_is_a_dot()
    {
        var chart = Render(SpeedUp with { Series = [new("x", [1, 2, double.NaN, 3, double.NaN])] });

        Assert.Equal("M0 126L250 84M750 42", chart.QuerySelector("path.c1")!.GetAttribute("d"));
        Assert.Equal(["75%"], chart.QuerySelectorAll("circle.dot").Select(dot => dot.GetAttribute("cx")));
    }

    [Fact]
    public void Steps_change_at_once_and_areas_reach_down_to_the_axis()
    {
        var chart = Render(SpeedUp with { X = [1, 5], Series = [new("a", [1, 4], SeriesLook.Steps), new("b", [1, 4], SeriesLook.Area)] });

        Assert.Equal("M0 126H1000V0", chart.QuerySelector("path.line.c1")!.GetAttribute("d"));
        Assert.Equal("M0 168L0 126L1000 0V168Z", chart.QuerySelector("path.area.c2")!.GetAttribute("d"));
    }

    [Fact]
    public void Pointing_anywhere_says_the_values_there()
    {
        var hints = Render(SpeedUp).QuerySelectorAll("rect.band title").Select(hint => hint.TextContent);

        Assert.Equal(
            ["1\nmeasured: 1\nideal: 1", "2\nmeasured: 2\nideal: 2", "3\nideal: 3", "4\nmeasured: 3\nideal: 4", "5\nideal: 5"], hints);
    }

    [Fact]
    public void Thousands_of_values_have_some_hundred_hints_side_by_side()
    {
        var bands = Render(SpeedUp with { X = [.. Enumerable.Range(0, 5000).Select(i => 1 + (i / 1250.0))], Series = [new("x", new double[5000])] })
            .QuerySelectorAll("rect.band");

        Assert.InRange(bands.Length, 60, 120);
        Assert.Equal(100, bands.Sum(band => double.Parse(band.GetAttribute("width")![..^1], System.Globalization.CultureInfo.InvariantCulture)), 0);
    }

    [Fact]
    public void No_values_are_a_chart_too()
        => Assert.Empty(Render(SpeedUp with { X = [], Series = [new("x", [])] }).QuerySelectorAll("circle, rect"));

    private static IElement Render(LineChart chart)
    {
        using var output = new StringWriter();
        chart.Write(new Markup(output));
        return new HtmlParser().ParseDocument(output.ToString()).QuerySelector("figure")!;
    }
}
