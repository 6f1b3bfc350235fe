using System.Text;
using System.Text.Json;

namespace FastMd.Tests.Unit.Cli;

public sealed class MdxTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Every_document_becomes_a_module_beside_its_name()
    {
        _process.Folder.Write("docs/a.mdx", "{1}");
        _process.Folder.Write("docs/b/c.md", "{1}");

        var outcome = await _process.RunAsync("docs", "-o", "out", "--to", "js");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("{children: 1}", File.ReadAllText(_process.Folder.At("out", "a.mdx.js")), StringComparison.Ordinal);
        Assert.Contains("{children: \"{1}\"}", File.ReadAllText(_process.Folder.At("out", "b", "c.md.js")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_stay_as_they_are_written_but_are_checked_and_files_go_along()
    {
        _process.Folder.Write("docs/a.mdx", "# A\n\n[b](b.md#b) ![](i.png) <a href=\"gone.md\">x</a> [c](b.md#c)");
        _process.Folder.Write("docs/b.md", "# B");
        _process.Folder.Write("docs/i.png", "i");

        var outcome = await _process.RunAsync("docs", "-o", "out", "--to", "js");

        var module = File.ReadAllText(_process.Folder.At("out", "a.mdx.js"));
        Assert.Contains("href: \"b.md#b\"", module, StringComparison.Ordinal);
        Assert.DoesNotContain("id:", module, StringComparison.Ordinal);
        Assert.Equal("i", _process.Folder.Read("out/i.png"));
        Assert.Contains("'gone.md'", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("'#c' leads to no place in 'b.md'", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("'#b'", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_lead_to_modules_where_that_is_asked_for()
    {
        _process.Folder.Write("docs/a.mdx", "[b](b.md#b) [a](./a.mdx) [m](b.md.js) ![](i.png) <a href=\"b.md?x\">x</a> <Link href=\"b.md\"/>");
        _process.Folder.Write("docs/b.md", "# B");
        _process.Folder.Write("docs/i.png", "i");

        var outcome = await _process.RunAsync("docs", "-o", "out", "--to", "js", "--rewrite-links");

        var module = File.ReadAllText(_process.Folder.At("out", "a.mdx.js"));
        Assert.Equal(
            ["b.md.js#b", "./a.mdx.js", "b.md.js", "b.md.js?x", "b.md"],
            System.Text.RegularExpressions.Regex.Matches(module, "href: \"([^\"]*)\"").Select(match => match.Groups[1].Value));
        Assert.DoesNotContain("FM5001", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_rejected_leaves_a_file_that_says_why_until_it_is_mended()
    {
        _process.Folder.Write("docs/a.mdx", "b {c d}");

        var outcome = await _process.RunAsync("docs", "-o", "out", "--to", "js", "--error-files");

        var file = _process.Folder.At("out", "a.mdx.err.json");
        var error = JsonElement.Parse(File.ReadAllText(file));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("FM2201", error.GetProperty("code").GetString());
        Assert.Equal((1, 5), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.False(File.Exists(_process.Folder.At("out", "a.mdx.js")));

        _process.Folder.Write("docs/a.mdx", "b {c}");
        await _process.RunAsync("docs", "-o", "out", "--to", "js", "--error-files");

        Assert.False(File.Exists(file));
        Assert.True(File.Exists(_process.Folder.At("out", "a.mdx.js")));
    }

    [Fact]
    public async Task A_run_over_what_is_still_rejected_says_and_returns_the_same()
    {
        _process.Folder.Write("docs/a.mdx", "b {c d}");
        _process.Folder.Write("docs/b.mdx", "b");
        var first = await _process.RunAsync("docs", "-o", "out", "--to", "js", "--error-files", "--format", "json");

        var second = await _process.RunAsync("docs", "-o", "out", "--to", "js", "--error-files", "--prune", "--format", "json");

        Assert.Equal((1, first.Messages), (second.ExitCode, second.Messages));
        Assert.Contains("FM2201", second.Messages, StringComparison.Ordinal);
        Assert.True(File.Exists(_process.Folder.At("out", "a.mdx.err.json")));
    }

    [Fact]
    public async Task An_error_file_that_cannot_be_written_is_said_and_everything_else_is_converted()
    {
        _process.Folder.Write("docs/a.mdx", "{");
        _process.Folder.Write("docs/b.mdx", "b");
        Directory.CreateDirectory(_process.Folder.At("out", "a.mdx.err.json", "in the way"));

        var outcome = await _process.RunAsync("docs", "-o", "out", "--to", "js", "--error-files");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("FM3005", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("a.mdx.err.json", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("2 documents (1 failed)", outcome.Messages, StringComparison.Ordinal);
        Assert.True(File.Exists(_process.Folder.At("out", "b.mdx.js")));
    }

    [Fact]
    public async Task Error_files_need_a_directory()
    {
        _process.Folder.Write("a.mdx", "{");

        var outcome = await _process.RunAsync("a.mdx", "--to", "js", "--error-files");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--output", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_being_asked_no_error_file_is_written()
    {
        _process.Folder.Write("docs/a.mdx", "{");

        await _process.RunAsync("docs", "-o", "out", "--to", "js");

        Assert.False(File.Exists(_process.Folder.At("out", "a.mdx.err.json")));
    }

    [Fact]
    public async Task Options_say_how_a_module_is_made()
    {
        _process.Folder.Write("a.mdx", "---\nb: 1\n---\n# c");

        var outcome = await _process.RunAsync(
            "a.mdx", "--to", "js", "--jsx-import-source", "preact", "--front-matter-export", "meta", "--mdx-heading-ids", "--mdx-program", "function-body");

        Assert.StartsWith("\"use strict\";\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("const meta = {\"b\":1};", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("{id: \"c\", children: \"c\"}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_MDX_where_MDX_is_wanted()
    {
        _process.Input = Encoding.UTF8.GetBytes("{a}");

        Assert.Contains("{children: a}", (await _process.RunAsync("-", "--to", "js")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MDX_becomes_HTML_as_far_as_that_takes_no_code()
    {
        _process.Folder.Write("a.mdx", "import B from \"b\"\n\n<B>c {d}</B>");

        var outcome = await _process.RunAsync("a.mdx");

        Assert.Equal("<mdx-b>c </mdx-b>\n", outcome.Output);
        Assert.Contains("FM2205", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mixed_tree_has_a_module_a_document_and_a_page_each_unless_two_would_be_one()
    {
        _process.Folder.Write("docs/a.md", "a");
        _process.Folder.Write("docs/a.mdx", "a");
        _process.Folder.Write("docs/b.markdown", "b");

        var modules = await _process.RunAsync("docs", "-o", "out", "--to", "js");
        var pages = await _process.RunAsync("docs", "-o", "site", "--include", "*.md", "--include", "*.mdx", "--include", "*.markdown");

        Assert.Equal(0, modules.ExitCode);
        Assert.Equal(["a.md.js", "a.mdx.js", "b.markdown.js"], Files("out"));
        Assert.Equal(1, pages.ExitCode);
        Assert.Equal(2, pages.Messages.Split("FM3003").Length - 1);
        Assert.Equal(["b.html"], Files("site"));
    }

    [Theory]
    [InlineData("--page", null)]
    [InlineData("--as", "page")]
    [InlineData("--template", "page.html")]
    public async Task Pages_that_are_asked_for_where_there_are_none_are_refused(string option, string? value)
    {
        _process.Folder.Write("a.mdx", "b");
        _process.Folder.Write("page.html", "{{content}}");

        var outcome = await _process.RunAsync(["a.mdx", "--to", "js", option, .. value is null ? Array.Empty<string>() : [value]]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"{option}: pages are HTML", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sanitizing_that_is_asked_for_where_there_is_no_HTML_is_refused()
    {
        _process.Folder.Write("a.mdx", "b");

        var outcome = await _process.RunAsync("a.mdx", "--to", "js", "--raw-html", "sanitize");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--raw-html: only HTML is sanitized", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_file_says_of_sanitizing_is_for_runs_that_make_HTML()
    {
        _process.Folder.Write("a.mdx", "<b onclick=\"c\">d</b>");
        _process.Folder.Write("fastmd.json", "{ \"rawHtml\": \"sanitize\" }");

        var module = await _process.RunAsync("a.mdx", "--to", "js");
        var html = await _process.RunAsync("a.mdx");

        Assert.Equal(0, module.ExitCode);
        Assert.Contains("onclick: \"c\"", module.Output, StringComparison.Ordinal);
        Assert.Equal("<b>d</b>\n", html.Output);
    }

    [Fact]
    public async Task What_a_file_says_of_pages_is_for_runs_that_make_pages()
    {
        _process.Folder.Write("a.mdx", "b");
        _process.Folder.Write("fastmd.json", "{ \"as\": \"page\", \"template\": \"gone.html\" }");

        Assert.Equal(0, (await _process.RunAsync("a.mdx", "--to", "js")).ExitCode);
    }

    [Theory]
    [InlineData("utf-8", "x\r\n\r\n\U0001F600 {a b}", 3, 6)]
    [InlineData("utf-16", "x\n\n\U0001F600 {a b}", 3, 6)]
    [InlineData("utf-8", "---\r\na: 1\r\n---\r\n{a b}", 4, 3)]
    public async Task A_place_is_counted_as_editors_count_whatever_the_bytes_are(string encoding, string text, int line, int column)
    {
        var bytes = Encoding.GetEncoding(encoding);
        _process.Folder.Write("na me ü.mdx", [.. bytes.GetPreamble(), .. bytes.GetBytes(text)]);

        var outcome = await _process.RunAsync("na me ü.mdx", "-o", "out", "--to", "js", "--error-files");

        var error = JsonElement.Parse(File.ReadAllText(_process.Folder.At("out", "na me ü.mdx.err.json")));
        Assert.Equal((line, column), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.StartsWith($"na me ü.mdx({line},{column}): error FM2201: ", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--jsx-import-source", "a\"b")]
    [InlineData("--front-matter-export", "a-b")]
    [InlineData("--jsx-runtime", "modern")]
    public async Task A_value_that_no_module_can_be_made_with_is_refused(string option, string value)
    {
        _process.Folder.Write("a.mdx", "b");

        Assert.Equal(2, (await _process.RunAsync("a.mdx", "--to", "js", option, value)).ExitCode);
    }

    private string[] Files(string folder)
        => [.. Directory.EnumerateFiles(_process.Folder.At(folder)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
