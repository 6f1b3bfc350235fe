using System.Text.Json;
using FastMd.Cli;
using FastMd.Cli.Convert;

namespace FastMd.Tests.Unit.Cli;

/// <summary>Documents that go through a command. The commands are of a shell that every Unix has.</summary>
public sealed class ExecTests : IDisposable
{
    private const string Shell = "/bin/sh";

    private readonly FakeProcess _process = new();

    public ExecTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands of these tests are of Unix.");
        _process.Folder.Write("docs/a.md", "first [b](guide/b.md)");
        _process.Folder.Write("docs/guide/b.md", "second");
    }

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Each_document_of_a_tree_goes_through_the_command()
    {
        var outcome = await _process.RunAsync("docs", "--output", "site", "--exec", Shell, "-c", "printf '%s: ' \"$FASTMD_NAME\"; tr a-z A-Z");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("a.md: <P>FIRST <A HREF=\"GUIDE/B.HTML\">B</A></P>\n", _process.Folder.Read("site/a.html"));
        Assert.Equal("guide/b.md: <P>SECOND</P>\n", _process.Folder.Read("site/guide/b.html"));
    }

    [Fact]
    public async Task All_that_follows_is_the_commands_even_what_looks_like_options_of_ours()
        => Assert.Equal(
            "--output -q -- --exec a b",
            (await _process.RunAsync("docs/a.md", "--exec", Shell, "-c", "printf '%s ' \"$@\" | sed 's/ $//'", "sh", "--output", "-q", "--", "--exec", "a b")).Output);

    [Fact]
    public async Task A_document_to_standard_output_goes_through_it()
    {
        _process.Input = "text"u8.ToArray();

        Assert.Equal("<P>TEXT</P>\n", (await _process.RunAsync("-", "--exec", Shell, "-c", "tr a-z A-Z")).Output);
    }

    [Fact]
    public async Task With_json_results_have_what_the_command_made()
    {
        var outcome = await _process.RunAsync("docs/a.md", "--json", "--exec", Shell, "-c", "printf made");

        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(("made", 4), (json.RootElement.GetProperty("content").GetString(), json.RootElement.GetProperty("outputBytes").GetInt32()));
    }

    [Fact]
    public async Task A_command_that_fails_for_one_document_fails_that_one_alone()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--exec", Shell, "-c", "[ \"$FASTMD_NAME\" = a.md ] && { echo broken >&2; exit 4; }; cat");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("FM4015", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("exit code 4; it said: broken", outcome.Messages, StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("site/a.html"));
        Assert.True(_process.Folder.Has("site/guide/b.html"));
    }

    [Fact]
    public async Task A_temporary_failure_is_tried_again()
    {
        var outcome = await _process.RunAsync(
            "docs/a.md", "--json", "--exec", Shell, "-c", "[ -e tried ] && cat && exit; touch tried; echo 'Retry-After: 0.01' >&2; exit 75");

        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(("converted", 2), (json.RootElement.GetProperty("status").GetString(), json.RootElement.GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_a_document_that_timed_out()
    {
        var outcome = await _process.RunAsync("docs/a.md", "-o", "site", "--timeout", "0.2", "--exec", Shell, "-c", "exec sleep 600");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("FM4001", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_change_does_not_go_through_the_command_again_and_another_command_makes_it_anew()
    {
        string[] line = ["docs", "-o", "site", "--exec", Shell, "-c", "echo >> calls; cat"];
        await _process.RunAsync(line);
        await _process.RunAsync(line);
        Assert.Equal(2, Calls());

        await _process.RunAsync([.. line[..^1], "echo >> calls; tr a-z A-Z"]);
        Assert.Equal(4, Calls());

        await _process.RunAsync("docs", "-o", "site");
        Assert.StartsWith("<p>first", _process.Folder.Read("site/a.html"), StringComparison.Ordinal);
        Assert.Equal(4, Calls());
    }

    [Fact]
    public async Task A_rate_limit_that_is_not_reached_holds_nothing_up()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--set", "rateResource=not reached", "--rate-limit", "paid", "--exec", Shell, "-c", "tr a-z A-Z");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("<P>SECOND</P>\n", _process.Folder.Read("site/guide/b.html"));
    }

    [Theory]
    [InlineData("no-such-command", "is not there")]
    [InlineData("./docs/a.md", "is not executable")]
    public async Task A_command_that_cannot_be_run_is_told_before_anything_is_converted(string command, string reason)
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--exec", command);

        Assert.Equal(ExitCodes.Usage, outcome.ExitCode);
        Assert.Contains($"fastmd: --exec: '{command}' {reason}", outcome.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_process.Folder.At("site")));
    }

    [Fact]
    public async Task Without_a_command_and_with_check_it_makes_no_sense()
    {
        Assert.Equal(ExitCodes.Usage, (await _process.RunAsync("docs", "-o", "site", "--exec")).ExitCode);
        var check = await _process.RunAsync("docs", "--to", "markdown", "--check", "--exec", Shell);
        Assert.Equal(ExitCodes.Usage, check.ExitCode);
        Assert.Contains("--check", check.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_limit_that_is_none_is_told()
        => Assert.Contains("--rate-limit", (await _process.RunAsync("docs", "-o", "site", "--rate-limit", "fast")).Messages, StringComparison.Ordinal);

    [Fact]
    public void A_document_may_be_called_as_the_option_is()
        => Assert.Equal(["convert", "--", "--exec", "x"], StepOption.Joined(["convert", "--", "--exec", "x"]));

    private int Calls() => _process.Folder.Read("calls").Length;
}
