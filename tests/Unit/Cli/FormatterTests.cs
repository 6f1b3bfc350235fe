using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

/// <summary><c>fastmd convert --to markdown</c>, and what else context has on the command line.</summary>
public sealed class FormatterTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task A_tree_is_written_in_one_style_and_links_stay()
    {
        _process.Folder.Write("docs/a.md", "---\ntitle:   x\n---\n* a\n* [b](b.md)\n");
        _process.Folder.Write("docs/b.md", "b");

        var outcome = await _process.RunAsync("docs", "-o", "out", "--to", "markdown");

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Equal("---\ntitle:   x\n---\n\n- a\n- [b](b.md)\n", _process.Folder.Read("out/a.md"));
    }

    [Fact]
    public async Task A_check_names_the_place_where_a_document_differs_and_writes_nothing()
    {
        _process.Folder.Write("docs/a.md", "# A\n\n* a\n");
        _process.Folder.Write("docs/b.md", "- b\n");

        var outcome = await _process.RunAsync("docs", "--to", "markdown", "--check");

        Assert.Equal(ExitCodes.DocumentsFailed, outcome.ExitCode);
        Assert.Contains("a.md(3,1): error FM2302", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("b.md", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public async Task A_check_passes_where_all_is_in_style()
    {
        _process.Folder.Write("docs/b.md", "- b\n");

        Assert.Equal(ExitCodes.Success, (await _process.RunAsync("docs", "--to", "markdown", "--check")).ExitCode);
    }

    [Theory]
    [InlineData("docs", "--check")]
    [InlineData("docs", "--to", "markdown", "--check", "-o", "out")]
    public async Task A_check_goes_with_the_formatter_alone(params string[] arguments)
    {
        _process.Folder.Write("docs/b.md", "- b\n");

        Assert.Equal(ExitCodes.Usage, (await _process.RunAsync(arguments)).ExitCode);
    }

    [Fact]
    public async Task One_document_becomes_context_on_standard_output()
    {
        _process.Folder.Write("a.mdx", "<Note>x</Note>\n");

        var outcome = await _process.RunAsync("a.mdx", "--to", "context", "--set", "contextFrontMatter=none");

        Assert.Equal("> [!NOTE]\n> x\n", outcome.Output);
    }

    [Fact]
    public async Task One_document_becomes_one_file_without_an_index()
    {
        _process.Folder.Write("a.md", "x\n");

        await _process.RunAsync("a.md", "--to", "context", "-o", "out/a.mdc");

        Assert.Equal(["a.md", "out/a.mdc"], _process.Folder.Files());
    }
}
