using FastMd.Tests.Unit.Telemetry.Otlp;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

[Collection(Alone.Name)]
public sealed class TelemetryTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public TelemetryTests()
    {
        _process.Folder.Write("docs/a.md", "# A");
        _process.Folder.Write("docs/b.md", new string('>', 2000) + " x");
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task A_run_is_told_to_the_collector_whole_before_the_process_ends()
    {
        using var collector = new TestCollector();

        await _process.RunAsync("docs", "-o", "site", "--otlp-endpoint", collector.Endpoint.ToString());

        var documents = collector.Metrics.Where(metric => metric.Name == "fastmd.documents");
        Assert.Equal(["converted", "failed"], documents.Select(metric => (string)metric.Attributes["fastmd.status"]).Order(StringComparer.Ordinal));
        var spans = collector.Spans;
        var batch = Assert.Single(spans, span => span.Name == "batch");
        Assert.All(spans.Where(span => span.Name == "document"), document => Assert.Equal(batch.Id, document.Parent));
        var failed = Assert.Single(spans, span => span.Name == "document" && span.StatusMessage.Length > 0);
        Assert.Equal("FM2001", failed.Attributes["error.type"]);
        Assert.Equal(2, spans.Count(span => span.Name == "attempt"));
    }

    [Fact]
    public async Task A_collector_that_is_not_there_is_a_warning_and_no_failure()
    {
        var outcome = await _process.RunAsync("docs/a.md", "-o", "site", "--otlp-endpoint", "http://127.0.0.1:9");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("warning FM4006", outcome.Messages, StringComparison.Ordinal);
    }
}
