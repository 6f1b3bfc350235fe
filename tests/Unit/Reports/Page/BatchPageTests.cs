using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports.Page;

[Collection(nameof(Browser))]
public sealed class BatchPageTests(Browser browser)
{
    public static TheoryData<string> Batches => [.. PageOf.Batches];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task A_page_asks_no_network_and_a_browser_has_nothing_to_complain_of(string batch)
    {
        Assert.Empty(await browser.OpenAsync(PageOf.Written(PageOf.Report(batch))));

        var page = PageOf.Parsed(await browser.MarkupAsync()).QuerySelector("main")!;
        Assert.NotEmpty(page.Children);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, base, form, image, use, foreignObject, a"));
        Assert.DoesNotContain(page.Descendants<IElement>().SelectMany(element => element.Attributes), attribute => Regex.IsMatch(attribute.Name, "^(on|src|href|xlink|action|data$)"));
        Assert.DoesNotMatch("NaN|Infinity|∞|undefined|null|\\[object", page.OuterHtml);
    }

    [Fact]
    public async Task What_documents_say_stays_text()
    {
        var shown = PageOf.Hostile.Replace("\u2028\u2029", @"\u2028\u2029", StringComparison.Ordinal);
        var plain = await browser.ShownAsync(SampleBatch.Full("plain", "plain"));

        var page = await browser.ShownAsync(SampleBatch.Full(PageOf.Hostile, PageOf.Hostile));

        Assert.Contains(page.QuerySelectorAll("tbody .path"), cell => cell.TextContent == shown);
        Assert.Contains(page.QuerySelectorAll("td.words"), cell => cell.TextContent == shown);
        Assert.Equal(shown, (await PointedAtAsync(0, 0.5))[^1].Split('\n')[1]);
        Assert.Contains(shown, page.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Tags(plain), Tags(page));
    }

    [Fact]
    public async Task A_name_cannot_turn_or_hide_its_surroundings()
    {
        var page = await browser.ShownAsync(SampleBatch.Full("docs/\u202Egnp.md\u0007\uD800"));

        var cell = page.QuerySelector("tbody .path")!;
        Assert.Equal(@"docs/\u202Egnp.md\u0007\uD800", cell.TextContent);
        Assert.Equal(["docs", @"\u202Egnp.md\u0007\uD800"], cell.QuerySelectorAll("bdi").Select(part => part.TextContent));
    }

    [Fact]
    public async Task Failures_show_where_and_why()
    {
        var page = await browser.ShownAsync(SampleBatch.Full("docs/guide/bad.md", "It is broken."));

        var rows = Rows(page, "Documents that failed");
        Assert.Equal(["docs/guide/bad.md(4,12)", "FM1101", "It is broken."], rows[0]);
        Assert.Equal("timed outslow.mdx", rows[1][0]);
    }

    [Theory]
    [InlineData("empty", "There were no documents")]
    [InlineData("one", "The one document was converted")]
    [InlineData("failed", "None of the 300 documents was converted")]
    [InlineData("full", "41 of 44 documents were converted")]
    public async Task The_headline_says_how_it_went(string batch, string sentence)
    {
        var page = await browser.ShownAsync(PageOf.Report(batch));

        Assert.Equal(sentence, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("FastMd: " + sentence, page.Title);
    }

    [Fact]
    public async Task What_is_left_out_is_said()
        => Assert.Contains("100 more failures are not shown.", (await browser.ShownAsync(PageOf.Report("failed"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_figures_someone_looks_for_first_stand_on_top()
    {
        var page = await browser.ShownAsync(SampleBatch.Full());

        Assert.Equal("Batch of 1 January 2000, 00:00:00 UTC", page.QuerySelector("header .over")!.TextContent);
        Assert.Equal("4.81 MB of input became 9.61 MB of output in 10 s, with up to 2 workers.", page.QuerySelector("header .lead")!.TextContent);
        Assert.Equal("bad", page.QuerySelector("header")!.ClassName);
        Assert.Equal(
            [
                "Time: 10 s; 44 documents",
                "Documents a minute: 246; 4.1 pages a second",
                "Input: 0.48 MB/s; 4.81 MB read",
                "Not converted: 6.8 %; 1 failed, 1 timed out, 1 cancelled",
                "95 of 100 done within: 38.7 ms; half within 19.9 ms",
                "Worker efficiency: 60 %; busy 9 s of 15 s",
                "Memory at most: 57.2 MB; with worker processes",
                "Tried again: 1; 45 tries in all",
            ],
            page.QuerySelectorAll(".tile").Select(tile =>
                $"{tile.QuerySelector("dt")!.TextContent}: {tile.QuerySelector(".value")!.TextContent.Trim()}; {tile.QuerySelector(".more")!.TextContent}"));
        Assert.Equal("memory after 5 s: It is broken.", page.QuerySelector(".alert")!.TextContent);
    }

    [Fact]
    public async Task All_of_the_report_is_shown()
    {
        var page = await browser.ShownAsync(SampleBatch.Full());

        Assert.Equal(
            [
                "Over time", "Changes of the number of workers", "How long a document took", "Where the workers' time went", "Slowest documents",
                "Diagnostics and failures", "Caches",
            ],
            page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(
            [
                "Workers", "Use of workers and processors", "Documents a second", "Input in MB a second", "Memory", "Documents waiting",
                "From start to end", "Wait for a worker before",
            ],
            page.QuerySelectorAll("figure .title").Select(title => title.TextContent));
        Assert.Equal(
            [["0 s", "2", "start", "It is broken."], ["5 s", "2 → 1", "memory is short", "It is broken."]],
            Rows(page, "When the number of workers changed, and why"));
        Assert.Equal(["Read", "173 ms", "9.9 %"], Rows(page, "Time by stage")[0]);
        Assert.Equal("Other", Rows(page, "Time by stage")[^1][0]);
        Assert.Equal(["Tiny", "43", "39.1 KB", "37.6 ms", "840 ms", ""], Rows(page, "By size of document")[0]);
        Assert.Equal(["docs/bad.md", "4.77 MB", "Small", "900 ms", ""], Rows(page, "The documents that took longest")[0]);
        Assert.Equal(["errorFM1101", "1", "1", "2.3 %"], Rows(page, "By diagnostic")[0]);
        Assert.Equal([[".md", "43", "1", "2.3 %"], [".mdx", "1", "1", "100 %"]], Rows(page, "By format"));
        Assert.Equal([["Link targets", "30", "10", "75 %", "10"]], Rows(page, "How useful caches were"));
        Assert.StartsWith("FastMd ", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bars_show_shares_and_say_them()
    {
        var page = await browser.ShownAsync(SampleBatch.Full());

        var bar = Table(page, "The documents that took longest").QuerySelector(".stack")!;
        Assert.Equal(
            ["Read: 90 ms, 10 %", "Decode: 90 ms, 10 %", "Parse: 360 ms, 40 %", "Render: 180 ms, 20 %", "Write: 180 ms, 20 %", "Other: 0 s, 0 %"],
            bar.Children.Select(part => part.GetAttribute("title")));
        Assert.Equal(["10%", "10%", "40%", "20%", "20%", "0%"], bar.Children.Select(part => Regex.Match(part.GetAttribute("style")!, @"width: ([\d.]+%)").Groups[1].Value));
        Assert.StartsWith("Read: 90 ms, 10 %, Decode", bar.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_the_number_of_workers_are_marked_in_the_chart_and_explained()
    {
        await browser.OpenAsync(PageOf.Written(SampleBatch.Full(message: "Memory is short.")));

        Assert.Equal([5], (await browser.EvaluateAsync("charts[0].spec.marks")).EnumerateArray().Select(mark => mark.GetProperty("at").GetDouble()));
        Assert.Equal(["5 s", "at work: 1", "allowed: 2", "5 s: 2 → 1 workers\nMemory is short."], await PointedAtAsync(0, 0.5));
        Assert.Equal(["5.75 s", "at work: 1", "allowed: 2"], await PointedAtAsync(0, 0.574));
    }

    [Fact]
    public async Task Percentiles_are_marked_in_the_histogram_and_named()
    {
        var figure = (await browser.ShownAsync(SampleBatch.Full())).QuerySelectorAll("figure")[6];

        Assert.Equal(["p50 19.9 ms", "p95 38.7 ms", "p99 900 ms", "longest 900 ms"], figure.QuerySelectorAll(".key").Select(key => key.TextContent));
        Assert.Equal(["p99: 900 ms", "longest: 900 ms"], (await PointedAtAsync(6, await AcrossAsync("charts[6].spec.marks[3].at")))[^2..]);

        async Task<double> AcrossAsync(string value) => (await browser.EvaluateAsync($"position(charts[6].spec.x, {value})")).GetDouble();
    }

    private static IElement Table(AngleSharp.Html.Dom.IHtmlDocument page, string caption)
        => page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent == caption);

    private static string[][] Rows(AngleSharp.Html.Dom.IHtmlDocument page, string caption)
        => [.. Table(page, caption).QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];

    private static IEnumerable<string> Tags(AngleSharp.Html.Dom.IHtmlDocument page) => page.All.Select(element => element.TagName).Distinct().Order();

    /// <summary>What pointing at a chart says, from its left, 0, to its right, 1.</summary>
    private async Task<string[]> PointedAtAsync(int chart, double across) => [.. (await browser.EvaluateAsync(
        $$"""
        (({ plot }) => {
          plot.setCursor({ left: {{across.ToString(CultureInfo.InvariantCulture)}} * plot.over.clientWidth, top: 10 });
          return [...plot.over.querySelector(".tip").children].map(line => line.textContent);
        })(charts[{{chart}}])
        """)).EnumerateArray().Select(line => line.GetString()!)];
}
