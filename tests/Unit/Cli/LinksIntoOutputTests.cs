using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

/// <summary>What is said of links that are alive among the sources and dead in the output, and how READMEs become index pages.</summary>
public sealed class LinksIntoOutputTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public LinksIntoOutputTests()
    {
        _process.Folder.Write("up.md", "# Up");
        _process.Folder.Write("docs/a.md", "[up](../up.md) [guide](guide/) [readme](guide/README.md)");
        _process.Folder.Write("docs/guide/README.md", "[a](../a.md)");
    }

    public void Dispose() => _process.Dispose();

    [Theory]
    [InlineData("docs", "-o", "site")]
    [InlineData("docs/a.md", "--base", "docs", "-o", "site/")]
    public async Task Each_run_tells_of_what_is_not_in_the_output(params string[] arguments)
    {
        var first = await _process.RunAsync(arguments);
        var second = await _process.RunAsync(arguments);

        Assert.Equal(2, CountOf("warning FM5003", first.Messages));
        Assert.Equal(2, CountOf("warning FM5003", second.Messages));
        Assert.Equal(ExitCodes.Success, first.ExitCode);
    }

    [Theory]
    [InlineData("docs", "-o", "docs")]
    [InlineData("docs/a.md", "--base", "docs", "-o", "docs/")]
    [InlineData("docs/a.md", "-o", "docs/a.html")]
    [InlineData("docs", "-o", "site", "--no-link-warnings")]
    [InlineData("docs", "-o", "site", "--ignore-links", "../**", "--ignore-links", "guide")]
    public async Task Nothing_is_said_where_outputs_lie_among_the_sources_or_nobody_wants_to_know(params string[] arguments)
    {
        var outcome = await _process.RunAsync(arguments);

        Assert.DoesNotContain("FM5003", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_comes_and_goes_takes_the_place_of_the_README_and_gives_it_back()
    {
        string[] arguments = ["docs", "-o", "site", "--readme-as-index", "--prune"];
        await _process.RunAsync(arguments);
        Assert.Equal(["a.html", "guide/index.html"], Pages());
        Assert.Contains("href=\"guide/index.html\">guide</a> <a href=\"guide/index.html\">readme", _process.Folder.Read("site/a.html"), StringComparison.Ordinal);

        _process.Folder.Write("docs/guide/index.md", "# Index");
        await _process.RunAsync(arguments);
        Assert.Equal(["a.html", "guide/README.html", "guide/index.html"], Pages());
        Assert.Contains("href=\"guide/index.html\">guide</a> <a href=\"guide/README.html\">readme", _process.Folder.Read("site/a.html"), StringComparison.Ordinal);
        Assert.Contains("Index", _process.Folder.Read("site/guide/index.html"), StringComparison.Ordinal);

        File.Delete(_process.Folder.At("docs", "guide", "index.md"));
        await _process.RunAsync(arguments);
        Assert.Equal(["a.html", "guide/index.html"], Pages());
        Assert.Contains("href=\"../a.html\"", _process.Folder.Read("site/guide/index.html"), StringComparison.Ordinal);
    }

    private string[] Pages() =>
    [
        .. Directory.EnumerateFiles(_process.Folder.At("site"), "*.html", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_process.Folder.At("site"), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static int CountOf(string part, string text) => text.Split(part).Length - 1;
}
