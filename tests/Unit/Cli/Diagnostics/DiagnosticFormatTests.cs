using System.Text.Json;
using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli.Diagnostics;

public sealed class DiagnosticFormatTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public DiagnosticFormatTests()
    {
        _process.Folder.Write("docs/a, b.md", "---\na: b: c\n---\n# A\n");
        _process.Folder.Write("docs/deep.md", new string('>', 2000) + " x\n");
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Text_is_what_nobody_has_to_ask_for()
    {
        var (asked, unasked) = (await ConvertAsync("--format", "text"), await ConvertAsync());

        Assert.Equal(WithoutSummary(unasked), WithoutSummary(asked));
        Assert.StartsWith($"{Path.Combine("docs", "a, b.md")}(2,5): warning FM1101: ", WithoutSummary(asked)[0], StringComparison.Ordinal);
        Assert.StartsWith($"{Path.Combine("docs", "deep.md")}", WithoutSummary(asked)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_an_object_a_line_and_standard_error_to_itself()
    {
        var outcome = await ConvertAsync("--format", "json", "--verbose", "--progress", "plain");

        var rows = Lines(outcome.Messages).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(["source", "severity", "code", "message", "line", "column"], row.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(_process.Folder.At("docs", "a, b.md"), rows[0].GetProperty("source").GetString());
        Assert.Equal(("warning", "FM1101", 2), (rows[0].GetProperty("severity").GetString(), rows[0].GetProperty("code").GetString(), rows[0].GetProperty("line").GetInt32()));
        Assert.Equal("error", rows[1].GetProperty("severity").GetString());
    }

    [Fact]
    public async Task GitHub_is_told_paths_from_the_working_directory_with_forward_slashes()
    {
        var lines = WithoutSummary(await ConvertAsync("--format", "github"));

        Assert.Matches(@"^::warning file=docs/a%2C b\.md,line=2,col=5,title=FM1101::\S", lines[0]);
        Assert.Matches(@"^::error file=docs/deep\.md,line=\d+,col=\d+,title=FM2001::\S", lines[1]);
    }

    [Fact]
    public async Task GitHub_is_told_paths_from_its_workspace_wherever_in_it_the_run_is()
    {
        _process.Variables["GITHUB_WORKSPACE"] = Path.GetDirectoryName(_process.Folder.Path)!;

        var lines = WithoutSummary(await ConvertAsync("--format", "github"));

        Assert.StartsWith($"::warning file={Path.GetFileName(_process.Folder.Path)}/docs/a%2C b.md,", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azure_is_told_absolute_paths_from_which_it_finds_its_own()
    {
        var lines = WithoutSummary(await ConvertAsync("--format", "AZURE"));

        Assert.StartsWith(
            $"##vso[task.logissue type=warning;sourcepath={_process.Folder.At("docs", "a, b.md")};linenumber=2;columnnumber=5;code=FM1101]",
            lines[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_gets_the_form_asked_for_and_people_keep_their_lines()
    {
        var outcome = await ConvertAsync("--format", "github", "--diagnostics", "out/found.txt");

        Assert.StartsWith(Path.Combine("docs", "a, b.md"), WithoutSummary(outcome)[0], StringComparison.Ordinal);
        var lines = _process.Folder.Read("out/found.txt").Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("::warning file=docs/a%2C b.md,", lines[0], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    [Fact]
    public async Task Quiet_keeps_warnings_from_people_and_not_from_the_file()
    {
        var outcome = await ConvertAsync("--quiet", "--diagnostics", "found.txt");

        Assert.Single(Lines(outcome.Messages));
        Assert.Equal(2, Lines(_process.Folder.Read("found.txt")).Length);
    }

    [Fact]
    public async Task A_run_that_makes_no_sense_leaves_the_old_file_as_it_was()
    {
        _process.Folder.Write("found.txt", "old");

        var outcome = await _process.RunAsync("nowhere.md", "--diagnostics", "found.txt");

        Assert.Equal(ExitCodes.Usage, outcome.ExitCode);
        Assert.Equal("old", _process.Folder.Read("found.txt"));
        Assert.DoesNotContain(_process.Folder.Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said_before_anything_is_converted()
    {
        _process.Folder.Write("file", "x");

        var outcome = await ConvertAsync("--diagnostics", "file/found.txt");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.StartsWith($"fastmd: --diagnostics: '{_process.Folder.At("file", "found.txt")}' cannot be written: ", outcome.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_process.Folder.At("site")));
    }

    [Theory]
    [InlineData("docs", "is a folder")]
    [InlineData("docs/deep.md", "is a document")]
    [InlineData("site/deep.html", "is the output of")]
    [InlineData("site/run.json", "is the report")]
    public async Task The_file_is_none_that_is_something_else(string file, string reason)
    {
        var before = _process.Folder.Files();

        var outcome = await ConvertAsync("--report", "site/run.json", "--diagnostics", file);

        Assert.NotEqual(ExitCodes.Success, outcome.ExitCode);
        Assert.Contains(reason, outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(before, _process.Folder.Files());
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("--format", "1")]
    [InlineData("--format", "")]
    [InlineData("--diagnostics", "")]
    public async Task What_makes_no_sense_is_a_usage_error(params string[] arguments)
    {
        var outcome = await ConvertAsync(arguments);

        Assert.Equal(ExitCodes.Usage, outcome.ExitCode);
        Assert.StartsWith($"fastmd: {arguments[0]}", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_standard_input_has_no_file_to_be_shown_at()
    {
        _process.Input = [0xFF, (byte)'a'];

        var outcome = await _process.RunAsync("-", "--format", "github");

        Assert.StartsWith("::warning title=FM1001::", outcome.Messages, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string[] WithoutSummary(FakeProcess.Outcome outcome) => Lines(outcome.Messages)[..^1];

    private Task<FakeProcess.Outcome> ConvertAsync(params string[] options) => _process.RunAsync(["docs", "--output", "site", .. options]);
}
