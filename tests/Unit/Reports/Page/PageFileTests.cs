using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using FastMd.Engine.Documents;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Recording;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports.Page;

/// <summary>The file, before any browser opens it.</summary>
public sealed class PageFileTests
{
    public static TheoryData<string> Batches => [.. PageOf.Batches];

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_page_is_well_formed(string batch)
        => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(Written(PageOf.Report(batch)));

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_page_refers_to_nothing(string batch)
    {
        var page = PageOf.Parsed(Written(PageOf.Report(batch)));

        Assert.Empty(page.QuerySelectorAll("link, img, iframe, object, embed, base, form, image, use, foreignObject, a"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => Regex.IsMatch(attribute.Name, "^(on|src|href|xlink|style$|action|data$)"));
        Assert.All(page.QuerySelectorAll("style"), sheet => Assert.DoesNotMatch(@"url\(|@import|://", sheet.TextContent));
    }

    [Fact]
    public void The_policy_allows_what_stands_in_the_page_and_nothing_else()
    {
        var page = PageOf.Parsed(Written(SampleBatch.Full()));

        Assert.Equal(
            $"default-src 'none'; script-src{Hashes("script:not([type])")}; style-src{Hashes("style")}; base-uri 'none'; form-action 'none'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));

        string Hashes(string elements) => string.Concat(page.QuerySelectorAll(elements).Select(element =>
            $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)))}'"));
    }

    [Fact]
    public void Whatever_documents_say_stands_in_the_page_as_data_only()
    {
        var texts = Property.Samples(Property.TextOf("</script>", "<script>", "<!--", "-->", "]]>", "\u2028", "\u2029", "\0", "\u202E", "\uD83D", "\"", "\\", "&lt;", "x"), 200);
        var recorder = new BatchRecorder(new FakeTimeProvider());
        foreach (var text in texts)
        {
            recorder.Completed(SampleBatch.Failed(0, Diagnostic.Error("FM1101", text)) with { SourcePath = text }, SizeTier.Tiny);
        }

        var html = Written(recorder.Build(SampleBatch.Machine()));

        var page = PageOf.Parsed(html);
        var data = page.QuerySelector("script[type='application/json']")!.TextContent;
        Assert.DoesNotMatch("[<>&]|[^ -~]", data);
        Assert.Equal(PageOf.Parsed(Written(SampleBatch.Empty())).All.Length, page.All.Length);
        Assert.Equal(texts, JsonElement.Parse(data).GetProperty("failures").GetProperty("items").EnumerateArray().Select(failure => Unescaped(failure.GetProperty("message"))));
    }

    [Fact]
    public void A_page_holds_the_report_that_the_JSON_file_holds()
    {
        var report = SampleBatch.Full("docs/ü&<ö>.md", "It's broken.");
        using var json = new MemoryStream();
        ReportJson.Write(report, json);

        var data = PageOf.Parsed(Written(report)).GetElementById("data")!;

        Assert.Equal("batch", data.GetAttribute("data-form"));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json.ToArray()), JsonElement.Parse(data.TextContent)));
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

        var page = PageOf.Parsed(Written(recorder.Build(SampleBatch.Machine())));

        var data = page.GetElementById("data")!.TextContent;
        Assert.Contains("\"converted\":1000000", data, StringComparison.Ordinal);
        Assert.InRange(data.Length, 1, 10_000);
        Assert.InRange(page.Source.Text.Length, 1, 110_000);
    }

    private static string Written(BatchReport report) => Encoding.UTF8.GetString(PageOf.Written(report));

    // JsonElement knows no halves of surrogate pairs; a browser does.
    private static string Unescaped(JsonElement text) => text.GetRawText().Contains(@"\uD83D", StringComparison.Ordinal)
        ? Regex.Replace(text.GetRawText()[1..^1], @"\\u([0-9A-F]{4})", unit => ((char)Convert.ToUInt16(unit.Groups[1].Value, 16)).ToString())
        : text.GetString()!;
}
