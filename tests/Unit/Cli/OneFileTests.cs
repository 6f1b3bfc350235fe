using System.Text;

namespace FastMd.Tests.Unit.Cli;

/// <summary>One document to one file that is named with --output.</summary>
public sealed class OneFileTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public OneFileTests()
    {
        _process.Folder.Write("docs/a.md", "[b](b.md) ![i](i.png) ![up](../up.png)");
        _process.Folder.Write("docs/b.md", "b");
        _process.Folder.Write("docs/i.png", "png");
        _process.Folder.Write("up.png", "png");
    }

    public void Dispose() => _process.Dispose();

    [Theory]
    [InlineData("out.html")]
    [InlineData("new/folder/out.HTML")]
    public async Task A_document_becomes_the_file_that_is_named_and_what_lies_beside_it_goes_along(string output)
    {
        var outcome = await _process.RunAsync("docs/a.md", "-o", output);

        Assert.Equal(0, outcome.ExitCode);
        var folder = Path.GetDirectoryName(output)!;
        Assert.Equal(
            new[] { "docs/a.md", "docs/b.md", "docs/i.png", "up.png", output, Path.Combine(folder, "i.png") }.Select(path => path.Replace('\\', '/')).Order(StringComparer.Ordinal),
            _process.Folder.Files());
        Assert.Contains("<a href=\"b.html\">", _process.Folder.Read(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_converted_each_time_and_nothing_is_taken_down()
    {
        await _process.RunAsync("docs/a.md", "-o", "out.html");
        var again = await _process.RunAsync("docs/a.md", "-o", "out.html");

        Assert.StartsWith("1 document in ", again.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_process.Folder.At(".fastmd")));
    }

    [Fact]
    public async Task Standard_input_becomes_the_file_that_is_named()
    {
        _process.Input = Encoding.UTF8.GetBytes("*hi*");

        var outcome = await _process.RunAsync("-", "-o", "out.html");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("<p><em>hi</em></p>\n", _process.Folder.Read("out.html"));
    }

    [Fact]
    public async Task Standard_input_has_no_name_in_a_directory()
    {
        var outcome = await _process.RunAsync("-", "-o", "out");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("page.html", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.js", true)]
    [InlineData("out.html", false)]
    public async Task The_extension_is_that_of_the_outputs(string output, bool isFile)
    {
        await _process.RunAsync("docs/b.md", "-o", output, "--to", "js");

        Assert.Equal(isFile, File.Exists(_process.Folder.At(output)));
        Assert.Equal(!isFile, Directory.Exists(_process.Folder.At(output)));
    }

    [Theory]
    [InlineData("out.html/")]
    [InlineData("there.html")]
    [InlineData("out")]
    public async Task What_ends_with_a_separator_or_is_a_directory_or_has_no_extension_is_one(string output)
    {
        Directory.CreateDirectory(_process.Folder.At("there.html"));

        await _process.RunAsync("docs/b.md", "-o", output);

        Assert.True(_process.Folder.Has(output.TrimEnd('/') + "/docs/b.html"));
    }

    [Theory]
    [InlineData("docs")]
    [InlineData("docs/*.md")]
    [InlineData("docs/a*.md")]
    [InlineData("docs/a.md", "docs/b.md")]
    public async Task What_may_be_more_than_one_document_is_refused_with_what_to_do(params string[] paths)
    {
        var outcome = await _process.RunAsync([.. paths, "-o", "out.html"]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("name a directory, or end its name with '/'", outcome.Messages, StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("out.html"));
    }

    [Fact]
    public async Task There_is_nothing_to_prune_around_it()
        => Assert.Equal(2, (await _process.RunAsync("docs/a.md", "-o", "out.html", "--prune")).ExitCode);

    [Fact]
    public async Task A_dry_run_names_it_and_writes_nothing()
    {
        var outcome = await _process.RunAsync("docs/a.md", "-o", "out.html", "--dry-run");

        Assert.EndsWith($" -> {_process.Folder.At("out.html")}", Assert.Single(outcome.OutputLines).TrimEnd('\r'), StringComparison.Ordinal);
        Assert.False(_process.Folder.Has("out.html"));
    }

    [Fact]
    public async Task The_file_that_says_why_it_failed_lies_beside_it()
    {
        _process.Folder.Write("docs/bad.md", [0xFF]);

        await _process.RunAsync("docs/bad.md", "-o", "new/out.html", "--strict-encoding", "--error-files");

        Assert.True(_process.Folder.Has("new/bad.md.err.json"));
    }

    [Fact]
    public async Task It_is_not_the_document_itself()
    {
        _process.Folder.Write("page.html", "text");

        var outcome = await _process.RunAsync("page.html", "-o", "page.html");

        Assert.Contains("FM3007", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal("text", _process.Folder.Read("page.html"));
    }

    [Fact]
    public async Task Its_name_is_one_on_every_system()
    {
        var outcome = await _process.RunAsync("docs/a.md", "-o", "con.html");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("FM3002", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("name another file", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_cannot_be_watched()
    {
        var outcome = await _process.RunAsync("-", "-o", "out.html", "--watch");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("cannot be watched", outcome.Messages, StringComparison.Ordinal);
    }
}
