using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Pages;
using FastMd.Engine.Reports.Recording;

namespace FastMd.Tests.Unit.Reports.Pages;

public sealed class ReportPageTests
{
    private const string Hostile = "</td></script><script>alert(1)</script><img src=x onerror='alert(2)'>\" onmouseover=\"alert(3)&lt;";

    public static TheoryData<string> Batches => ["empty", "one", "failed", "cancelled", "full", "hostile", "long"];

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_page_is_well_formed(string batch)
    {
        using var reader = XmlReader.Create(
            new StringReader(Html(Report(batch))), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });

        while (reader.Read())
        {
            Assert.NotEqual(XmlNodeType.EntityReference, reader.NodeType);
        }
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_page_refers_to_nothing_and_runs_nothing(string batch)
    {
        var html = Html(Report(batch));
        var page = Parse(html);

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, base, form, image, use, foreignObject, a"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => Regex.IsMatch(attribute.Name, "^(on|src|href|xlink|style$|action|data$)"));
        Assert.DoesNotMatch(@"url\(|@import|://", page.QuerySelector("style")!.TextContent);
        Assert.DoesNotMatch("NaN|Infinity|∞", html);
    }

    [Fact]
    public void The_policy_allows_the_one_style_sheet_and_nothing_else()
    {
        var page = Parse(Html(SampleBatch.Full()));
        var sheet = page.QuerySelector("style")!.TextContent;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));

        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
    }

    [Fact]
    public void What_documents_say_stays_text()
    {
        var page = Parse(Html(SampleBatch.Full(Hostile, Hostile)));

        Assert.Contains(page.QuerySelectorAll("td.path"), cell => cell.TextContent == Hostile);
        Assert.Contains(page.QuerySelectorAll("td.words"), cell => cell.TextContent == Hostile);
        Assert.Contains(page.QuerySelectorAll("title"), hint => hint.TextContent.EndsWith(Hostile, StringComparison.Ordinal));
        Assert.Contains(Hostile, page.QuerySelector(".alert")!.TextContent);
        Assert.Equal(Tags(Parse(Html(SampleBatch.Full("plain", "plain")))), Tags(page));
    }

    [Fact]
    public void A_name_cannot_turn_or_hide_its_surroundings()
    {
        var page = Parse(Html(SampleBatch.Full("docs/\u202Egnp.md\u0007\uD800")));

        var cell = page.QuerySelector("td.path")!;
        Assert.Equal(@"docs/\u202Egnp.md\u0007\uD800", cell.TextContent);
        Assert.Equal(["docs", @"\u202Egnp.md\u0007\uD800"], cell.QuerySelectorAll("bdi").Select(part => part.TextContent));
    }

    [Fact]
    public void Failures_show_where_and_why()
    {
        var page = Parse(Html(SampleBatch.Full("docs/guide/bad.md", "It is broken.")));

        var row = page.QuerySelectorAll("tr").First(row => row.TextContent.Contains("FM1101", StringComparison.Ordinal) && row.QuerySelector(".words") is not null);
        Assert.Equal(["docs/guide/bad.md(4,12)", "FM1101", "It is broken."], row.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("empty", "There were no documents")]
    [InlineData("one", "The one document was converted")]
    [InlineData("failed", "None of the 300 documents was converted")]
    [InlineData("full", "41 of 44 documents were converted")]
    public void The_headline_says_how_it_went(string batch, string sentence)
    {
        var page = Parse(Html(Report(batch)));

        Assert.Equal(sentence, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("FastMd: " + sentence, page.Title);
    }

    [Fact]
    public void What_is_left_out_is_said()
        => Assert.Contains("100 more failures are not shown.", Parse(Html(Report("failed"))).Body!.TextContent);

    [Fact]
    public void Changes_of_the_number_of_workers_are_marked_in_the_chart_and_explained()
    {
        var page = Parse(Html(SampleBatch.Full(message: "Memory is short.")));

        var mark = page.QuerySelectorAll("figure")[0].QuerySelector(".mark")!;
        Assert.Equal("5 s: 2 → 1 workers\nMemory is short.", mark.QuerySelector("title")!.TextContent);
        Assert.Equal("50%", mark.QuerySelector("line")!.GetAttribute("x1"));
    }

    [Fact]
    public void A_million_documents_make_no_larger_page_than_a_thousand()
    {
        var recorder = new BatchRecorder(new FakeTimeProvider());
        var result = SampleBatch.Converted();
        for (var i = 0; i < 1_000_000; i++)
        {
            recorder.Completed(result, SizeTier.Tiny);
        }

        var html = Html(recorder.Build(SampleBatch.Machine()));

        Assert.Contains("All 1,000,000 documents were converted", html);
        Assert.InRange(html.Length, 1, 50_000);
    }

    private static BatchReport Report(string batch)
    {
        var recorder = new BatchRecorder(new FakeTimeProvider());
        switch (batch)
        {
            case "one":
                recorder.Completed(SampleBatch.Converted(), SizeTier.Tiny);
                recorder.Sample(SampleBatch.Sample(0));
                break;
            case "failed":
                for (var i = 0; i < 300; i++)
                {
                    recorder.Completed(SampleBatch.Failed(i, Diagnostic.Error("FM1004", "It is not there.")) with { Attempts = 0 }, SizeTier.Tiny);
                    recorder.Sample(SampleBatch.Sample(0));
                }

                break;
            case "cancelled":
                recorder.Completed(SampleBatch.Converted() with { Status = ConversionStatus.Cancelled, Attempts = 0 }, SizeTier.Huge);
                recorder.Completed(SampleBatch.Converted(milliseconds: 0), SizeTier.Huge);
                break;
            case "full":
                return SampleBatch.Full();
            case "hostile":
                return SampleBatch.Full(Hostile, Hostile);
            case "long":
                return SampleBatch.Full(new string('x', 400) + ".md", new string('y', 5000));
            default:
                break;
        }

        return recorder.Build(SampleBatch.Machine());
    }

    private static string Html(BatchReport report)
    {
        using var output = new StringWriter();
        ReportPage.Write(report, output);
        return output.ToString();
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static IEnumerable<string> Tags(IDocument page) => page.All.Select(element => element.TagName).Distinct().Order();
}
