using System.Text.Json;

namespace FastMd.Tests.Unit.Cli;

public sealed class CheckTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task A_tree_whose_links_lead_somewhere_passes_and_nothing_is_written()
    {
        Write("docs/a.md", "# A\n\n[b](deep/b.md#there) ![i](i.png) [up](..) [http](http://a.example)");
        Write("docs/deep/b.md", "## There\n\n<a href='../a.md#a'>a</a>");
        Write("docs/i.png", "x");

        var outcome = await CheckAsync("docs");

        Assert.Equal(new(0, "", "2 documents, 4 links checked, 0 dead" + Environment.NewLine), outcome);
        Assert.Equal(["docs/a.md", "docs/deep/b.md", "docs/i.png"], _process.Folder.Files());
    }

    [Fact]
    public async Task Links_in_MDX_are_checked_where_MDX_is_wanted_and_code_is_none()
    {
        Write("docs/a.md", "[m](m.mdx#m) [dead](m.mdx#n)");
        Write("docs/m.mdx", "import X from \"./x\"\n\n# M\n\n[a](./a.md) [route](/guide) <a href=\"dead.md\">b</a> <Link to=\"./c\">d</Link> <img src={e}/> {f}");

        var outcome = await CheckAsync("docs", "--to", "js");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("2 documents, 4 links checked, 2 dead", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("'dead.md'", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("'#n' leads to no place in 'm.mdx'", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("FM2205", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_that_is_to_be_read_as_MDX_is_checked_as_such()
    {
        Write("docs/a.md", "{\"[b](b.md)\"}");

        var asMdx = await CheckAsync("docs", "--to", "js", "--mdx-format", "mdx");
        var asMarkdown = await CheckAsync("docs", "--to", "js");

        Assert.Equal((0, 1), (asMdx.ExitCode, asMarkdown.ExitCode));
    }

    [Fact]
    public async Task Every_dead_link_anchor_and_image_is_an_error_with_its_place()
    {
        Write("docs/a.md", "---\nt: x\n---\n\n[b](b.md#where) [c](c.md)\n\n<img src=i.png>");
        Write("docs/b.md", "# There");

        var outcome = await CheckAsync("docs");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                $"{Path.Combine("docs", "a.md")}(5,17): error FM5001: The link 'c.md' leads to nothing: there is no 'c.md'; mend the link or add the file.",
                $"{Path.Combine("docs", "a.md")}(7,1): error FM5001: 'i.png' is to be shown here and is missing: there is no 'i.png'; mend the link or add the file.",
                $"{Path.Combine("docs", "a.md")}(5,1): error FM5002: The link to '#where' leads to no place in 'b.md': no heading, footnote or tag there has that id; mend the link.",
                "2 documents, 3 links checked, 3 dead",
            ],
            outcome.Messages.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public async Task Json_is_one_object_a_finding()
    {
        Write("docs/a.md", "[b](b.md) [c](#c)");

        var outcome = await CheckAsync("docs", "--json");

        Assert.Equal(1, outcome.ExitCode);
        var findings = outcome.OutputLines.Select(line => JsonElement.Parse(line)).ToArray();
        Assert.Equal(["FM5001", "FM5002"], findings.Select(finding => finding.GetProperty("code").GetString()!));
        Assert.All(findings, finding => Assert.Equal(_process.Folder.At("docs", "a.md"), finding.GetProperty("source").GetString()));
        Assert.Equal((1, 11), (findings[1].GetProperty("line").GetInt32(), findings[1].GetProperty("column").GetInt32()));
        Assert.Equal("1 document, 2 links checked, 2 dead" + Environment.NewLine, outcome.Messages);
    }

    [Theory]
    [InlineData("docs/a.md", "is a document")]
    [InlineData("fastmd.json", "is the template, or the file of settings")]
    public async Task Findings_replace_no_file_that_the_run_needs(string file, string problem)
    {
        Write("docs/a.md", "text");
        Write("fastmd.json", "{}");
        var before = _process.Folder.Read(file);

        var outcome = await CheckAsync("docs", "--format", "sarif", "--diagnostics", file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(problem, outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(before, _process.Folder.Read(file));
    }

    [Fact]
    public async Task Quiet_says_nothing_but_what_is_dead()
    {
        Write("docs/a.md", "[b](b.md)");

        Assert.Single((await CheckAsync("docs", "--quiet")).Messages.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Verbose_names_every_document()
    {
        Write("docs/a.md", "[b](a.md)");

        Assert.Contains($"Checked {Path.Combine("docs", "a.md")}: 1 links", (await CheckAsync("docs", "--verbose")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_fails_the_check()
    {
        Write("docs/a.md", "- " + string.Concat(Enumerable.Repeat("> ", 5_000)) + "a");

        var outcome = await CheckAsync("docs");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("error FM2001", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_file_is_judged_by_what_is_around_it()
    {
        Write("docs/a.md", "[b](b.md) [c](c.md#nothing-is-known-of)");
        Write("docs/b.md", "x");
        Write("docs/c.md", "x");

        Assert.Equal(0, (await CheckAsync(Path.Combine("docs", "a.md"))).ExitCode);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("missing")]
    [InlineData("docs", "--flavor", "none")]
    [InlineData]
    public async Task A_command_line_that_makes_no_sense_is_refused(params string[] arguments)
    {
        Write("docs/a.md", "x");

        Assert.Equal(2, (await CheckAsync(arguments)).ExitCode);
    }

    [Fact]
    public async Task Who_interrupts_gets_the_code_for_it()
    {
        Write("docs/a.md", "x");
        using var interruption = new CancellationTokenSource();
        await interruption.CancelAsync();

        Assert.Equal(130, (await _process.RunCommandAsync(interruption.Token, "check", "docs")).ExitCode);
    }

    [Fact]
    public async Task Converting_warns_of_what_is_dead_and_converts()
    {
        Write("docs/a.md", "[b](b.md) [c](#c)");

        var outcome = await _process.RunAsync("docs", "-o", "site");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("a.md(1,1): warning FM5001: ", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("a.md(1,11): warning FM5002: ", outcome.Messages, StringComparison.Ordinal);
        Assert.True(_process.Folder.Has("site/a.html"));
    }

    [Fact]
    public async Task Where_links_are_not_to_be_warned_of_only_checking_speaks_of_them()
    {
        Write("docs/a.md", "[b](b.md) [c](#c)");

        var converted = await _process.RunAsync("docs", "-o", "site", "--no-link-warnings");
        var again = await _process.RunAsync("docs", "-o", "site", "--no-link-warnings");
        var check = await CheckAsync("docs", "--no-link-warnings");

        Assert.DoesNotContain("FM5", converted.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("FM5", again.Messages, StringComparison.Ordinal);
        Assert.Contains("1 unchanged", again.Messages, StringComparison.Ordinal);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("2 links checked, 2 dead", check.Messages, StringComparison.Ordinal);
    }

    private void Write(string path, string text) => _process.Folder.Write(path, text);

    private Task<FakeProcess.Outcome> CheckAsync(params string[] arguments)
        => _process.RunCommandAsync(TestContext.Current.CancellationToken, ["check", .. arguments]);
}
