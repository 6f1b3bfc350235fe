using System.Text.Json;
using FastMd.Tests.Unit.ExternalLinks;

namespace FastMd.Tests.Unit.Cli;

/// <summary><c>fastmd check --external</c>, against a server of the test's own.</summary>
public sealed class ExternalCheckTests : IDisposable
{
    private readonly FakeProcess _process = new();
    private readonly LinkServer _server = new((request, response) => response.StatusCode = request.RawUrl!.StartsWith("/dead", StringComparison.Ordinal) ? 404 : 200);

    public void Dispose()
    {
        _server.Dispose();
        _process.Dispose();
    }

    [Fact]
    public async Task Dead_links_to_the_web_are_errors_with_their_places()
    {
        Write("docs/a.md", $"[a]({Url("alive#x")})\n\n[d]({Url("dead")})");

        var outcome = await CheckAsync("docs", "--external");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                $"{Path.Combine("docs", "a.md")}(3,1): error FM5004: The link '{Url("dead")}' is dead: the server answers 404 Not Found; mend it, or name it in ignoreLinks.",
                "1 document, 2 links checked, 1 dead",
            ],
            outcome.Messages.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_web_is_left_alone_unless_it_is_to_be_asked()
    {
        Write("docs/a.md", $"[d]({Url("dead")})");

        Assert.Equal(0, (await CheckAsync("docs")).ExitCode);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task An_address_is_asked_for_once_and_reported_wherever_it_stands()
    {
        Write("docs/a.md", $"[d]({Url("dead#x")}) [d]({Url("dead")}) [a]({Url("alive")})");
        Write("docs/b.md", $"<a href='{Url("dead")}'>d</a> [a]({Url("alive#y")})");

        var outcome = await CheckAsync("docs", "--external", "--json");

        Assert.Equal(["GET /dead", "HEAD /alive", "HEAD /dead"], _server.Requests.Order(StringComparer.Ordinal));
        var findings = outcome.OutputLines.Select(line => JsonElement.Parse(line)).ToArray();
        Assert.Equal(["a.md", "a.md", "b.md"], findings.Select(finding => Path.GetFileName(finding.GetProperty("source").GetString()!)));
        Assert.All(findings, finding => Assert.Equal(("FM5004", "error"), (finding.GetProperty("code").GetString()!, finding.GetProperty("severity").GetString()!)));
    }

    [Fact]
    public async Task Ignored_links_are_not_asked_for()
    {
        Write("docs/a.md", $"[d]({Url("dead/x")}) [e](dead/y.md) [f](#dead)");

        var outcome = await CheckAsync("docs", "--external", "--ignore-links", Url("dead/**"), "--ignore-links", "dead/*", "--ignore-links", "#dead");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Status_codes_are_allowed_by_number()
    {
        Write("docs/a.md", $"[d]({Url("dead")})");
        Write("fastmd.json", "{ \"externalAllow\": [403, 404] }");

        Assert.Equal(0, (await CheckAsync("docs", "--external")).ExitCode);
        Assert.Equal(1, (await CheckAsync("docs", "--external", "--set", "externalAllow=403")).ExitCode);
        Assert.Equal(2, (await CheckAsync("docs", "--external", "--set", "externalAllow=4o4")).ExitCode);
    }

    [Fact]
    public async Task The_next_run_believes_the_cache()
    {
        Write("docs/a.md", $"[a]({Url("alive")})");

        await CheckAsync("docs", "--external", "--set", "externalCache=links.json");
        var outcome = await CheckAsync("docs", "--external", "--set", "externalCache=links.json");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["HEAD /alive"], _server.Requests);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_a_warning()
    {
        Write("docs/a.md", $"[a]({Url("alive")})");

        var outcome = await CheckAsync("docs", "--external", "--set", "externalCache=missing/links.json");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("warning FM3005: The cache of external links cannot be written", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_it_says_so_and_writes_the_cache()
    {
        using var interruption = new CancellationTokenSource();
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new LinkServer(async (request, _) =>
        {
            if (request.RawUrl == "/last")
            {
                await interruption.CancelAsync();
                await over.Task;
            }
        });
        Write("docs/a.md", $"[a]({server.Address}first) [b]({server.Address}last)");

        var outcome = await _process.RunCommandAsync(
            interruption.Token, "check", "docs", "--external", "--set", "externalCache=links.json");

        over.SetResult();
        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("Cancelled. 1 document, 2 links checked, 0 dead", outcome.Messages, StringComparison.Ordinal);
        Assert.True(_process.Folder.Has("links.json"));
    }

    private string Url(string path) => _server.Address + path;

    private void Write(string path, string text) => _process.Folder.Write(path, text);

    private Task<FakeProcess.Outcome> CheckAsync(params string[] arguments)
        => _process.RunCommandAsync(TestContext.Current.CancellationToken, ["check", .. arguments]);
}
