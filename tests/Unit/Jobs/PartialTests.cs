using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

/// <summary>Documents that include others.</summary>
public sealed class PartialTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_partial_stands_where_it_is_used_and_is_no_page_itself()
    {
        _folder.Write("docs/a.mdx", "import Part from './parts/_x.mdx'\n\n## Hi\n\n<Part name=\"Bob\" />\n");
        _folder.Write("docs/b.md", "x");
        _folder.Write("docs/parts/_x.mdx", "---\nv: 1\n---\n\n## Hi\n\n{props.name} {frontMatter.v} [b](../b.md) ![p](p.png)\n");
        _folder.Write("docs/parts/p.png", "x");

        var results = await RunAsync();

        Assert.Equal(
            "<h2 id=\"hi\">Hi</h2>\n<h2 id=\"hi-1\">Hi</h2>\n<p>Bob 1 <a href=\"parts/../b.html\">b</a> <img src=\"parts/p.png\" alt=\"p\" /></p>\n",
            _folder.Read("site/a.html"));
        Assert.True(File.Exists(_folder.At("site", "parts", "p.png")));
        Assert.False(File.Exists(_folder.At("site", "parts", "_x.html")));
        Assert.All(results, result => Assert.Empty(result.Diagnostics));
    }

    [Fact]
    public async Task What_includes_a_partial_follows_its_changes()
    {
        _folder.Write("docs/a.mdx", "import Part from './_x.mdx'\n\n<Part />\n");
        _folder.Write("docs/_x.mdx", "one");
        await RunAsync();
        _folder.Write("docs/_x.mdx", "two");

        await RunAsync();

        Assert.Equal("<p>two</p>\n", _folder.Read("site/a.html"));
    }

    [Theory]
    [InlineData("import A from './a.mdx'\n\n<A />")]
    [InlineData("import X from './_x.mdx'\n\n<X />")]
    public async Task A_document_that_includes_itself_is_refused(string partial)
    {
        _folder.Write("docs/a.mdx", "import Part from './_x.mdx'\n\n<Part />\n");
        _folder.Write("docs/_x.mdx", partial);

        var refused = Assert.Single(await RunAsync());

        Assert.Equal(ConversionStatus.Failed, refused.Status);
        Assert.Equal(DiagnosticCodes.InclusionRefused, Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public async Task Inclusions_that_multiply_are_refused()
    {
        _folder.Write("docs/a.mdx", "import X from './_0.mdx'\n\n<X /><X />\n");
        for (var i = 0; i < 20; i++)
        {
            _folder.Write($"docs/_{i}.mdx", $"import X from './_{i + 1}.mdx'\n\n<X />\n\n<X />\n");
        }

        _folder.Write("docs/_20.mdx", "x");

        Assert.Equal(DiagnosticCodes.InclusionRefused, Assert.Single(Assert.Single(await RunAsync()).Diagnostics).Code);
    }

    [Theory]
    [InlineData("./_missing.mdx")]
    [InlineData("../outside.mdx")]
    public async Task A_partial_that_is_missing_or_outside_of_the_tree_is_a_warning(string path)
    {
        _folder.Write("outside.mdx", "secret");
        _folder.Write("docs/a.mdx", $"import Part from '{path}'\n\n<Part />\n");

        var converted = Assert.Single(await RunAsync());

        Assert.Equal((DiagnosticCodes.InclusionMissing, 3), (Assert.Single(converted.Diagnostics).Code, converted.Diagnostics[0].Line));
        Assert.DoesNotContain("secret", _folder.Read("site/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snippets_are_found_where_Mintlify_has_them()
    {
        _folder.Write("docs/deep/a.mdx", "<Snippet file=\"x.mdx\" />\n");
        _folder.Write("docs/snippets/x.mdx", "found");

        await RunAsync();

        Assert.Equal("<p>found</p>\n", _folder.Read("site/deep/a.html"));
    }

    [Fact]
    public async Task An_error_in_a_partial_names_it()
    {
        _folder.Write("docs/a.mdx", "import Part from './_x.mdx'\n\n<Part />\n");
        _folder.Write("docs/_x.mdx", "a\n\n<b>\n");

        Assert.Contains("_x.mdx, which is included here: Expected a closing tag for '<b>' (3:1)", Assert.Single(Assert.Single(await RunAsync()).Diagnostics).Message, StringComparison.Ordinal);
    }

    private async Task<List<ConversionResult>> RunAsync()
    {
        var target = new HtmlTarget();
        var options = new JobOptions
        {
            BasePath = _folder.At("docs"),
            Destination = _folder.At("site"),
            Incremental = true,
            Target = target,
            Links = new() { Assets = AssetHandling.Copy },
            Reading = new() { Documents = new(["*.md", "*.mdx"], target.PartialPatterns()) },
        };
        using var job = new ConversionJob(options);
        var sources = new DocumentTree(_folder.At("docs"), options.Reading.Documents, null, (path, failure) => throw failure).Documents().Where(source => !source.Path!.Contains("snippets", StringComparison.Ordinal)).ToList();
        return await job.RunAsync(job.PlanAll(sources), cancellation: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
