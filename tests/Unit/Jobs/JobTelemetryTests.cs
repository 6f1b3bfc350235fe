using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.Batching;
using FastMd.Tests.Unit.Telemetry;
using FastMd.Tests.Unit.TestSupport;
using Made = FastMd.Tests.Unit.Batching.Documents;

namespace FastMd.Tests.Unit.Jobs;

[Collection(Alone.Name)]
public sealed class JobTelemetryTests
{
    [Fact]
    public async Task A_document_that_is_tried_again_has_a_span_for_each_try()
    {
        using var heard = new RecordedSpans();

        await RunAsync((document, attempt) => document.Index == 1 && attempt.Number < 3
            ? throw new DocumentException(Diagnostic.Error("FM9999", "busy"), isTransient: true)
            : Made.Converted(document));

        Assert.Equal(2, heard.Ended.Count(span => span.OperationName == "document"));
        var retried = heard.Ended.Single(span => (string?)span.GetTagItem("fastmd.path") == "/1.md");
        var tries = heard.Ended.Where(span => span.OperationName == "attempt" && span.ParentSpanId == retried.SpanId).ToArray();
        Assert.Equal([1, 2, 3], tries.Select(span => span.GetTagItem("fastmd.attempt.number")).Order());
        Assert.Equal(2, tries.Count(span => (string?)span.GetTagItem("error.type") == "FM9999"));
    }

    [Fact]
    public async Task The_report_counts_what_the_listeners_hear()
    {
        using var heard = new RecordedMeasurements();

        using var job = await RunAsync((document, _) => document.Index == 0
            ? throw new DocumentException(Diagnostic.Error("FM9999", "no"))
            : Made.Converted(document));

        var report = job.Report();
        Assert.Equal((1, 1), (report.Documents.Converted, report.Documents.Failed));
        Assert.Equal(2, heard.Of("fastmd.documents").Sum(recorded => recorded.Value));
        Assert.Equal("FM9999", Assert.Single(report.Failures.Items).Code);
        Assert.Contains(report.Caches, cache => cache.Name == "Front matter keys");
    }

    private static async Task<ConversionJob> RunAsync(Func<PlannedDocument, Attempt, ConversionResult> execute)
    {
        var options = new JobOptions { BasePath = "/", Batch = new() { Workers = 2, Retries = new() { FirstDelay = TimeSpan.Zero } } };
        var job = new ConversionJob(options, new TestExecutor(execute), TimeProvider.System);
        await foreach (var result in job.RunAsync(Made.Many(2)))
        {
            Assert.NotNull(result);
        }

        return job;
    }
}
