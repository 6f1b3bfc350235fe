using AngleSharp.Dom;
using FastMd.Engine.Measuring;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports.Page;

[Collection(nameof(Browser))]
public sealed class SpeedPageTests(Browser browser)
{
    [Fact]
    public async Task A_measurement_is_advice_a_curve_and_figures()
    {
        Assert.Empty(await browser.OpenAsync(PageOf.Written(PageOf.Measurement)));

        var page = PageOf.Parsed(await browser.MarkupAsync());
        Assert.Equal("FastMd: speed by number of workers", page.Title);
        Assert.Equal(
            ["1,200 documents, 11.4 MB", "Use 4 workers", "The fastest is 3.2 times as fast as one worker. About 8 % of the work is serial. 2 documents failed each time."],
            page.QuerySelector("header")!.Children.Select(line => line.TextContent));
        Assert.Equal(
            ["Workers|Time|Documents/s|MB/s|Speed-up|Efficiency|Workers busy", "1|8 s|150|1.43|1|100 %|97 %", "2|4.2 s|286|2.72|1.9|95 %|95 %", "4|2.5 s|480|4.58|3.2|80 %|90 %"],
            Rows(page.QuerySelectorAll("table")[0]));
        Assert.Equal(
            ["Stage|Time|Share", "Read|1 s|12.5 %", "Decode|500 ms|6.3 %", "Parse|3 s|37.5 %", "Render|2 s|25 %", "Write|1 s|12.5 %", "Wait|500 ms|6.3 %"],
            Rows(page.QuerySelectorAll("table")[1]));
        Assert.Contains("Medians of 3 runs in turn", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_curve_has_what_was_measured_what_was_expected_and_what_would_be_ideal()
    {
        await browser.OpenAsync(PageOf.Written(PageOf.Measurement));

        var page = PageOf.Parsed(await browser.MarkupAsync());
        Assert.Equal(["measured", "by Amdahl's law", "ideal"], page.QuerySelectorAll(".key").Select(key => key.TextContent));
        var lines = (await browser.EvaluateAsync("charts[0].plot.data")).EnumerateArray().Select(line => line.EnumerateArray().Select(value => value.GetDouble())).ToArray();
        Assert.Equal([1, 2, 4], lines[0]);
        Assert.Equal([1, 1.9, 3.2], lines[1]);
        Assert.Equal(new[] { 1, 2, 4 }.Select(workers => AmdahlFit.SpeedUp(0.08, workers)), lines[2]);
        Assert.Equal([1, 2, 4], lines[3]);
    }

    [Fact]
    public async Task More_than_ideal_is_within_the_chart()
    {
        await browser.OpenAsync(PageOf.Written(PageOf.Measurement with { Points = [new(1, TimeSpan.FromSeconds(8), 1, 1), new(2, TimeSpan.FromSeconds(3), 2.7, 1)] }));

        Assert.InRange((await browser.EvaluateAsync("charts[0].plot.scales.y.max")).GetDouble(), 2.7, 4);
    }

    private static IEnumerable<string> Rows(IElement table)
        => table.QuerySelectorAll("tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent)));
}
