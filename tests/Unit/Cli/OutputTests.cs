using System.Text.Json;

namespace FastMd.Tests.Unit.Cli;

public sealed class OutputTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public OutputTests()
    {
        _process.Folder.Write("docs/a.md", "---\ntitle: T\nn: 1\nr: .inf\nlist: [true, ~, 1.5]\n---\nGrüße");
        _process.Folder.Write("docs/b.md", [0xFF]);
        _process.Folder.Write("docs/c.md", "# C");
    }

    public void Dispose() => _process.Dispose();

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.md", "--json")]
    public async Task Standard_output_that_cannot_be_written_is_said_in_a_line(params string[] arguments)
    {
        _process.Folder.Write("a.md", "text");
        _process.OutputStream = new FullStream();

        Assert.Equal(new(1, "", "fastmd: the disk is full" + Environment.NewLine), await _process.RunAsync(arguments));
    }

    [Fact]
    public async Task Json_is_one_object_a_document_and_nothing_else()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--json", "--strict-encoding", "--verbose", "--progress", "plain");

        Assert.Equal(1, outcome.ExitCode);
        var objects = outcome.OutputLines.Select(line => JsonElement.Parse(line)).ToArray();
        Assert.Equal([0, 1, 2], objects.Select(json => json.GetProperty("index").GetInt32()));
        Assert.Equal(["converted", "failed", "converted"], objects.Select(json => json.GetProperty("status").GetString()!));
        Assert.Equal(_process.Folder.At("site", "c.html"), objects[2].GetProperty("output").GetString());
        Assert.EndsWith("\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_carries_front_matter_diagnostics_and_numbers()
    {
        var lines = (await _process.RunAsync("docs", "-o", "site", "--json")).OutputLines.Select(line => JsonElement.Parse(line)).ToArray();

        var first = lines[0];
        Assert.Equal("T", first.GetProperty("title").GetString());
        Assert.StartsWith("""{"title":"T","n":1,"r":"Infinity","list":[true,null,1.5]}""", first.GetProperty("frontMatter").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, first.GetProperty("attempts").GetInt32());
        Assert.False(first.TryGetProperty("content", out _));
        var diagnostic = lines[1].GetProperty("diagnostics")[0];
        Assert.Equal(("warning", "FM1001", 1), (
            diagnostic.GetProperty("severity").GetString(), diagnostic.GetProperty("code").GetString(), diagnostic.GetProperty("line").GetInt32()));
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("frontMatter").ValueKind);
    }

    [Fact]
    public async Task Json_without_a_directory_carries_the_content()
    {
        var outcome = await _process.RunAsync("docs/a.md", "docs/c.md", "--json");

        Assert.Equal("<p>Grüße</p>\n", JsonElement.Parse(outcome.OutputLines[0]).GetProperty("content").GetString());
        Assert.Contains("Grüße", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_written_and_writes_nothing()
    {
        var outcome = await _process.RunAsync("docs", "-o", "site", "--dry-run");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            new[] { "a", "b", "c" }.Select(name => $"{_process.Folder.At("docs", name + ".md")} -> {_process.Folder.At("site", name + ".html")}"),
            outcome.OutputLines.Select(line => line.TrimEnd('\r')));
        Assert.False(Directory.Exists(_process.Folder.At("site")));
    }

    [Fact]
    public async Task A_dry_run_fails_where_the_run_would_be_refused()
    {
        _process.Folder.Write("docs/a.markdown", "x");

        var outcome = await _process.RunAsync("docs", "-o", "site", "--dry-run");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("FM3003", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(2, outcome.OutputLines.Length);
    }

    [Fact]
    public async Task Quiet_says_nothing_but_errors()
    {
        Assert.Equal("", (await _process.RunAsync("docs", "-o", "site", "--quiet")).Messages);

        var failed = await _process.RunAsync("docs", "-o", "site", "--quiet", "--strict-encoding");
        Assert.Contains("error FM1001", Assert.Single(failed.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_names_every_document()
    {
        var messages = (await _process.RunAsync("docs", "-o", "site", "--verbose")).Messages;

        foreach (var name in new[] { "a", "b", "c" })
        {
            Assert.Contains(
                $"Converted {Path.Combine("docs", name + ".md")} -> {Path.Combine("site", name + ".html")} (", messages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_terminal_gets_a_bar_that_is_wiped_away()
    {
        _process.IsTerminal = true;

        var messages = (await _process.RunAsync("docs/c.md", "-o", "site")).Messages;

        Assert.Contains("\r[########################] 1 of 1 documents (100 %)", messages, StringComparison.Ordinal);
        Assert.StartsWith("1 document in ", messages[(messages.LastIndexOf('\r') + 1)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("plain")]
    public async Task No_bar_is_drawn_where_none_is_wanted(string progress)
    {
        _process.IsTerminal = true;

        Assert.DoesNotContain('\r', (await _process.RunAsync("docs/c.md", "-o", "site", "--progress", progress)).Messages.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outputs_are_the_same_however_many_work()
    {
        for (var i = 0; i < 60; i++)
        {
            _process.Folder.Write($"many/{i}.md", $"# {i}\n\n[next]({i + 1}.md)\n\n{new string('x', i * 50)}");
        }

        await _process.RunAsync("many", "-o", "one", "--no-parallel");
        await _process.RunAsync("many", "-o", "eight", "--jobs", "8", "--batch-size", "3", "--unordered");

        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(_process.Folder.Read($"one/{i}.html"), _process.Folder.Read($"eight/{i}.html"));
        }
    }
}
