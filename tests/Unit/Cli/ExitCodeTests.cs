using System.Text;
using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

public sealed class ExitCodeTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task A_tree_that_converts_is_success()
    {
        _process.Folder.Write("docs/a.md", "# A");
        _process.Folder.Write("docs/deep/b.md", "# B");

        var outcome = await _process.RunAsync("docs", "-o", "site");

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Equal(["site/a.html", "site/deep/b.html"], _process.Folder.Files().Where(file => file.StartsWith("site", StringComparison.Ordinal)));
        Assert.Equal("", outcome.Output);
        Assert.StartsWith("2 documents in ", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_fails_costs_the_success_and_no_other_document()
    {
        _process.Folder.Write("docs/a.md", [0xFF]);
        _process.Folder.Write("docs/b.md", "# B");

        var outcome = await _process.RunAsync("docs", "-o", "site", "--strict-encoding");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains($"{Path.Combine("docs", "a.md")}(1,1): error FM1001: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("2 documents (1 failed) in ", outcome.Messages, StringComparison.Ordinal);
        Assert.True(_process.Folder.Has("site/b.html"));
        Assert.False(_process.Folder.Has("site/a.html"));
    }

    [Fact]
    public async Task A_warning_is_no_failure()
    {
        _process.Folder.Write("docs/a.md", [0xFF]);

        var outcome = await _process.RunAsync("docs", "-o", "site");

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Contains("warning FM1001: ", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.md")]
    [InlineData("missing.md", "-o", "site")]
    [InlineData("docs/*.txt", "-o", "site")]
    [InlineData("nowhere/*.md", "-o", "site")]
    [InlineData("", "-o", "site")]
    [InlineData("docs", "-o", "site", "--jobs", "many")]
    [InlineData("docs", "-o", "site", "--jobs", "5000")]
    [InlineData("docs", "-o", "site", "--jobs", "1", "--jobs", "2")]
    [InlineData("docs", "-o", "site", "--timeout", "-1")]
    [InlineData("docs", "-o", "site", "--flavor", "klingon")]
    [InlineData("docs", "-o", "site", "--encoding", "klingon")]
    [InlineData("docs", "-o", "site", "--progress", "klingon")]
    [InlineData("docs", "-o", "site", "--no-such-option")]
    [InlineData("docs", "-o")]
    [InlineData("docs")]
    [InlineData("-", "-o", "site")]
    [InlineData("-", "docs", "-o", "site")]
    [InlineData("docs", "-o", "site", "--json", "--dry-run")]
    [InlineData]
    public async Task What_makes_no_sense_is_a_usage_error_with_a_message_and_writes_nothing(params string[] arguments)
    {
        _process.Folder.Write("docs/a.md", "# A");
        _process.Folder.Write("docs/b.md", "# B");

        var outcome = await _process.RunAsync(arguments);

        Assert.Equal(ExitCodes.Usage, outcome.ExitCode);
        Assert.NotEmpty(outcome.Messages);
        Assert.DoesNotContain("   at ", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
        Assert.Equal(["docs/a.md", "docs/b.md"], _process.Folder.Files());
    }

    [Theory]
    [InlineData("docs", "-o", "site")]
    [InlineData("docs", "-o", "site", "--json")]
    [InlineData("-")]
    public async Task An_interrupted_run_says_so(params string[] arguments)
    {
        _process.Folder.Write("docs/a.md", "# A");
        _process.Input = Encoding.UTF8.GetBytes("# A");

        var outcome = await _process.RunAsync(new CancellationToken(canceled: true), arguments);

        Assert.Equal(ExitCodes.Cancelled, outcome.ExitCode);
        Assert.DoesNotContain("   at ", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(["docs/a.md"], _process.Folder.Files());
    }

    [Fact]
    public async Task Two_sources_for_one_output_are_a_failure_that_names_both()
    {
        _process.Folder.Write("docs/a.md", "# A");
        _process.Folder.Write("docs/a.markdown", "# A");

        var outcome = await _process.RunAsync("docs", "-o", "site");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("a.md: error FM3003: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("a.markdown: error FM3003: ", outcome.Messages, StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("site/a.html"));
    }

    [Fact]
    public async Task A_read_only_output_fails_unless_forced()
    {
        _process.Folder.Write("docs/a.md", "# A");
        File.SetAttributes(_process.Folder.Write("site/a.html", "old"), FileAttributes.ReadOnly);

        var refused = await _process.RunAsync("docs", "-o", "site");
        var forced = await _process.RunAsync("docs", "-o", "site", "--force");

        Assert.Equal((ExitCodes.DocumentsFailed, ExitCodes.Success), (refused.ExitCode, forced.ExitCode));
        Assert.Contains("FM3004", refused.Messages, StringComparison.Ordinal);
        Assert.Contains("A</h1>", _process.Folder.Read("site/a.html"), StringComparison.Ordinal);
    }
}
