using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FastMd.Engine.Documents;
using FastMd.Engine.Measuring;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Recording;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports.Page;

/// <summary>Pages to look at, as they are written and as a browser shows them.</summary>
internal static class PageOf
{
    public const string Hostile = "</td></script><script>alert(1)</script><!--<img src=x onerror='alert(2)'>\" onmouseover=\"alert(3)&lt;\u2028\u2029";

    public static IReadOnlyList<string> Batches { get; } = ["empty", "one", "failed", "cancelled", "full", "hostile", "long"];

    public static SpeedMeasurement Measurement { get; } = new()
    {
        Documents = 1200,
        Failed = 2,
        InputBytes = 12_000_000,
        Rounds = 3,
        Points = [new(1, TimeSpan.FromSeconds(8), 1, 0.97), new(2, TimeSpan.FromSeconds(4.2), 1.9, 0.95), new(4, TimeSpan.FromSeconds(2.5), 3.2, 0.9)],
        SerialFraction = 0.08,
        Stages = new(
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)),
        Wait = TimeSpan.FromSeconds(0.5),
        RecommendedWorkers = 4,
    };

    public static BatchReport Report(string batch)
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

    public static byte[] Written(BatchReport report) => Written(output => ReportPage.Write(report, output));

    public static byte[] Written(SpeedMeasurement measurement) => Written(output => SpeedPage.Write(measurement, output));

    /// <summary>What a browser makes of it.</summary>
    public static async Task<IHtmlDocument> ShownAsync(this Browser browser, BatchReport report)
    {
        await browser.OpenAsync(Written(report));
        return Parsed(await browser.MarkupAsync());
    }

    public static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    private static byte[] Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }
}
