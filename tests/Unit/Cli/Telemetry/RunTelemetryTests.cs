using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli.Telemetry;

[Collection(Alone.Name)]
public sealed class RunTelemetryTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public RunTelemetryTests()
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

    [Fact]
    public async Task The_warning_is_one_and_stands_before_the_summary_and_with_the_diagnostics()
    {
        _process.Variables["FASTMD_OTLP_ENDPOINT"] = "http://127.0.0.1:9";

        var outcome = await _process.RunAsync("docs/a.md", "-o", "site", "--format", "json", "--diagnostics", "found.json");

        var lines = outcome.Messages.TrimEnd().Split('\n');
        Assert.Single(lines, line => line.Contains("FM4006", StringComparison.Ordinal));
        Assert.Contains("1 document", lines[^1], StringComparison.Ordinal);
        Assert.Contains("FM4006", File.ReadAllText(_process.Folder.At("found.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_links_is_told_too()
    {
        using var collector = new TestCollector();
        _process.Variables["FASTMD_OTLP_ENDPOINT"] = collector.Endpoint.ToString();

        await _process.RunCommandAsync(TestContext.Current.CancellationToken, "check", "docs/a.md");

        Assert.Single(collector.Spans, span => span.Name == "batch");
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_is_refused_before_anything_is_done()
    {
        _process.Variables["FASTMD_OTLP_ENDPOINT"] = "localhost:4318";

        var outcome = await _process.RunAsync("docs/a.md", "-o", "site");

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("fastmd: FASTMD_OTLP_ENDPOINT: 'localhost:4318' is not a value for otlpEndpoint", outcome.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_process.Folder.At("site")));
    }

    [Fact]
    public async Task A_dry_run_tells_nothing()
    {
        using var collector = new TestCollector();

        await _process.RunAsync("docs/a.md", "-o", "site", "--dry-run", "--otlp-endpoint", collector.Endpoint.ToString());

        Assert.Empty(collector.Requests);
    }
}
