using System.Text.Json;

namespace FastMd.Tests.Unit.Cli;

public sealed class ReportTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public ReportTests()
    {
        _process.Folder.Write("docs/a.md", "# A");
        _process.Folder.Write("docs/b.md", new string('>', 2000) + " x");
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task The_report_accounts_for_every_document()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--report", "reports/run.json");

        Assert.Equal(1, outcome.ExitCode);
        var report = JsonElement.Parse(_process.Folder.Read("reports/run.json"));
        Assert.Equal(1, report.GetProperty("documents").GetProperty("converted").GetInt32());
        Assert.Equal(1, report.GetProperty("documents").GetProperty("failed").GetInt32());
    }

    [Fact]
    public async Task The_page_names_what_failed_and_why()
    {
        await _process.RunAsync("docs", "-o", "site", "--report", "run.HTML");

        var page = _process.Folder.Read("run.HTML");
        Assert.Contains("FM2001", page, StringComparison.Ordinal);
        Assert.Contains("b.md", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_extension_is_refused_before_anything_is_converted()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--report", "run.txt");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("run.txt", outcome.Messages, StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("site/a.html"));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_said_and_fails_the_run_whose_documents_are_all_converted()
    {
        _process.Folder.Write("taken", "a file");

        var outcome = await _process.RunAsync("docs/a.md", "-o", "site", "--report", "taken/run.json");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("The report cannot be written", outcome.Messages, StringComparison.Ordinal);
        Assert.True(_process.Folder.Has("site/docs/a.html"));
    }

    [Fact]
    public async Task An_alert_is_a_warning_and_fails_the_run_only_when_told_to()
    {
        _process.Variables["FASTMD_ALERT_MEMORY_MB"] = "1";

        var mild = await _process.RunAsync("docs/a.md", "-o", "site");
        var strict = await _process.RunAsync("docs/a.md", "-o", "site", "--fail-on-alert");

        Assert.Equal(0, mild.ExitCode);
        Assert.Contains("warning FM4007", mild.Messages, StringComparison.Ordinal);
        Assert.Equal(1, strict.ExitCode);
    }
}
