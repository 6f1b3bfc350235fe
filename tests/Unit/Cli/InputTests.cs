using System.Text;

namespace FastMd.Tests.Unit.Cli;

public sealed class InputTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Standard_input_goes_to_standard_output_and_nothing_else_is_said()
    {
        _process.Input = Encoding.UTF8.GetBytes("Grüße *an alle*");

        Assert.Equal(new(0, "<p>Grüße <em>an alle</em></p>\n", ""), await _process.RunAsync("-"));
    }

    [Fact]
    public async Task Waiting_for_standard_input_can_be_interrupted()
    {
        _process.InputStream = new SilentStream();
        using var interruption = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        var outcome = await _process.RunAsync(interruption.Token, "-").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(FastMd.Cli.ExitCodes.Cancelled, outcome.ExitCode);
    }

    [Theory]
    [InlineData("FM1003: The document has more than 1.", "--max-document", "1")]
    [InlineData("FM1006: The document has more than 0.", "--memory-limit", "10")]
    public async Task Standard_input_that_never_ends_is_refused_while_it_is_read(string message, params string[] options)
    {
        var input = new EndlessStream();
        _process.InputStream = input;

        var outcome = await _process.RunAsync(["-", .. options]);

        Assert.Equal(FastMd.Cli.ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains($"(standard input): error {message}", outcome.Messages, StringComparison.Ordinal);
        Assert.InRange(input.BytesRead, 1, 2 * 1024 * 1024);
    }

    [Fact]
    public async Task Standard_input_is_decoded_as_files_are()
    {
        _process.Input = [0xFC];
        Assert.Equal("<p>ü</p>\n", (await _process.RunAsync("-", "--encoding", "windows-1252")).Output);
        Assert.Contains("(standard input)(1,1): warning FM1001: ", (await _process.RunAsync("-")).Messages, StringComparison.Ordinal);
        Assert.Equal(1, (await _process.RunAsync("-", "--strict-encoding")).ExitCode);
    }

    [Fact]
    public async Task One_file_goes_to_standard_output_when_no_directory_is_named()
    {
        _process.Folder.Write("a.md", "text");

        Assert.Equal(new(0, "<p>text</p>\n", ""), await _process.RunAsync("a.md"));
    }

    [Fact]
    public async Task Files_keep_their_place_seen_from_the_working_directory()
    {
        _process.Folder.Write("docs/deep/a.md", "x");
        _process.Folder.Write("b.md", "x");

        await _process.RunAsync("docs/deep/a.md", "b.md", "-o", "site");

        Assert.Equal(["site/b.html", "site/docs/deep/a.html"], Outputs());
    }

    [Fact]
    public async Task Files_keep_their_place_seen_from_the_base_when_one_is_named()
    {
        _process.Folder.Write("docs/deep/a.md", "x");

        await _process.RunAsync("docs/deep", "--base", "docs", "-o", "site");

        Assert.Equal(["site/deep/a.html"], Outputs());
    }

    [Fact]
    public async Task A_file_named_twice_is_converted_once()
    {
        _process.Folder.Write("docs/a.md", "x");

        var outcome = await _process.RunAsync("docs", "docs/a.md", Path.Combine("docs", "..", "docs", "a.md"), "-o", "site", "--json");

        Assert.Single(outcome.OutputLines);
    }

    [Theory]
    [InlineData("docs/*.md", "site/docs/a.html,site/docs/b.html")]
    [InlineData("docs/?.md", "site/docs/a.html,site/docs/b.html")]
    [InlineData("docs/**/*.md", "site/docs/a.html,site/docs/b.html,site/docs/deep/c.html")]
    [InlineData("docs/d*/*.md", "site/docs/deep/c.html")]
    [InlineData("docs/*.txt", "site/docs/notes.html")]
    [InlineData("**/c.*", "site/docs/deep/c.html")]
    public async Task A_glob_stands_for_the_documents_it_matches(string glob, string outputs)
    {
        foreach (var path in new[]
        {
            "docs/a.md", "docs/b.md", "docs/notes.txt", "docs/deep/c.md", "docs/deep/c.png", "docs/node_modules/d.md", "docs/.hidden/e.md",
        })
        {
            _process.Folder.Write(path, "x");
        }

        var outcome = await _process.RunAsync(glob, "-o", "site");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(outputs.Split(','), Outputs());
    }

    [Fact]
    public async Task A_glob_visits_a_loop_of_links_once()
    {
        _process.Folder.Write("docs/a.md", "x");
        Directory.CreateSymbolicLink(_process.Folder.At("docs", "loop"), _process.Folder.At("docs"));

        await _process.RunAsync("docs/**/*.md", "-o", "site");

        Assert.Equal(["site/docs/a.html"], Outputs());
    }

    [Fact]
    public async Task A_file_whose_name_looks_like_a_glob_is_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        _process.Folder.Write("a*.md", "star");
        _process.Folder.Write("ab.md", "other");

        Assert.Equal("<p>star</p>\n", (await _process.RunAsync("a*.md")).Output);
    }

    [Fact]
    public async Task What_is_included_and_excluded_can_be_said()
    {
        _process.Folder.Write("docs/a.txt", "x");
        _process.Folder.Write("docs/b.md", "x");
        _process.Folder.Write("docs/drafts/c.txt", "x");

        await _process.RunAsync("docs", "-o", "site", "--include", "*.txt", "--exclude", "drafts");

        Assert.Equal(["site/a.html"], Outputs());
    }

    private string[] Outputs()
        => [.. _process.Folder.Files().Where(file => file.StartsWith("site/", StringComparison.Ordinal))];
}
