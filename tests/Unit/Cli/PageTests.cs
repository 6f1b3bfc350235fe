namespace FastMd.Tests.Unit.Cli;

public sealed class PageTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public PageTests()
    {
        _process.Folder.Write("docs/a.md", "# A\n\ntext");
        _process.Folder.Write("docs/guide/b.md", "---\nauthor: Ada\n---\n# B");
    }

    public void Dispose() => _process.Dispose();

    [Theory]
    [InlineData("--page")]
    [InlineData("--as", "page")]
    public async Task Pages_are_whole_documents(params string[] options)
    {
        var outcome = await _process.RunAsync(["docs/a.md", .. options]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Messages));
        Assert.StartsWith("<!DOCTYPE html>\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("<title>A</title>", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("<p>text</p>\n</main>", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_becomes_a_page_too()
    {
        _process.Input = "text"u8.ToArray();

        Assert.Contains("<title>Untitled</title>", (await _process.RunAsync("-", "--page")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_makes_the_pages_of_a_tree()
    {
        _process.Folder.Write("page.html", "{{root}}|{{title}}|{{#author}}{{author}}{{/author}}|{{content}}");

        var outcome = await _process.RunAsync("docs", "-o", "site", "--template", "page.html");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("|A||<h1 id=\"a\">A</h1>\n<p>text</p>\n", _process.Folder.Read("site/a.html"));
        Assert.Equal("../|B|Ada|<h1 id=\"b\">B</h1>\n", _process.Folder.Read("site/guide/b.html"));
    }

    [Fact]
    public async Task A_key_that_a_document_lacks_is_a_warning_of_that_document()
    {
        _process.Folder.Write("page.html", "{{author}}{{content}}");

        var outcome = await _process.RunAsync("docs", "-o", "site", "--template", "page.html", "--quiet");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Messages));

        outcome = await _process.RunAsync("docs", "-o", "site", "--template", "page.html");
        Assert.StartsWith($"{Path.Combine("docs", "a.md")}: warning FM6001: ", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("b.md", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_template_stops_the_run_before_anything_is_written()
    {
        var template = _process.Folder.Write("page.html", "\n {{content");

        var outcome = await _process.RunAsync("docs", "-o", "site", "--template", "page.html");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal($"fastmd: {template}(2,2): {{{{ is not closed; write }}}}.", outcome.Messages.TrimEnd());
        Assert.False(Directory.Exists(_process.Folder.At("site")));
    }

    [Fact]
    public async Task A_page_that_would_replace_the_template_is_refused()
    {
        var template = _process.Folder.Write("docs/a.html", "kept {{content}}");

        var outcome = await _process.RunAsync("docs", "-o", "docs", "--template", "docs/a.html");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("a.md: error FM3007: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal("kept {{content}}", File.ReadAllText(template));
    }

    [Fact]
    public async Task A_template_in_the_settings_file_belongs_to_the_files_folder_and_any_other_to_the_working_directory()
    {
        _process.Folder.Write("page.html", "top {{content}}");
        _process.Folder.Write("docs/page.html", "docs {{content}}");
        _process.Folder.Write("fastmd.json", """{ "template": "page.html" }""");
        _process.WorkingDirectory = _process.Folder.At("docs");

        Assert.StartsWith("top ", (await _process.RunAsync("a.md")).Output, StringComparison.Ordinal);

        _process.Variables["FASTMD_TEMPLATE"] = "page.html";
        Assert.StartsWith("docs ", (await _process.RunAsync("a.md")).Output, StringComparison.Ordinal);

        Assert.StartsWith("top ", (await _process.RunAsync("a.md", "--template", "../page.html")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_nearer_by_decides_between_pages_and_fragments()
    {
        _process.Folder.Write("page.html", "page {{content}}");
        _process.Folder.Write("fastmd.json", """{ "template": "page.html" }""");

        Assert.StartsWith("<h1", (await _process.RunAsync("docs/a.md", "--as", "fragment")).Output, StringComparison.Ordinal);
        Assert.StartsWith("page", (await _process.RunAsync("docs/a.md", "--as", "page")).Output, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE", (await _process.RunAsync("docs/a.md", "--page", "--template", "")).Output, StringComparison.Ordinal);

        _process.Folder.Write("fastmd.json", """{ "as": "fragment" }""");
        Assert.StartsWith("page", (await _process.RunAsync("docs/a.md", "--template", "page.html")).Output, StringComparison.Ordinal);

        _process.Folder.Write("fastmd.json", """{ "as": "fragment", "template": "page.html" }""");
        Assert.StartsWith("<h1", (await _process.RunAsync("docs/a.md")).Output, StringComparison.Ordinal);
    }
}
