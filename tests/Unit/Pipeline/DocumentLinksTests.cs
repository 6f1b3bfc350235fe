using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Links;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pipeline;

public sealed class DocumentLinksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DocumentLinks _links;

    public DocumentLinksTests()
    {
        foreach (var path in new[]
        {
            "outside.md", "outside.png", "docs/index.md", "docs/guide.md", "docs/my guide.md", "docs/a.png", "docs/deep/page.md", "docs/drafts/draft.md",
            "docs/drafts/d.png", "docs/.assets/b.png", "docs/old.html",
        })
        {
            _folder.Write(path, "x");
        }

        _links = Of("docs/index.md");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("guide.md")]
    [InlineData("my%20guide.md?a=b#c")]
    [InlineData("a.png")]
    [InlineData("deep")]
    [InlineData("deep/")]
    [InlineData("./")]
    [InlineData("..")]
    [InlineData("../outside.md")]
    [InlineData("drafts/draft.md")]
    [InlineData("old.html")]
    [InlineData("guide.html")]
    [InlineData("deep/page.html#x")]
    [InlineData("")]
    [InlineData("#x")]
    [InlineData("?x")]
    [InlineData("//host/missing.md")]
    [InlineData("\\missing.md")]
    [InlineData("http://host/missing.md")]
    [InlineData("mailto:missing.md")]
    [InlineData("data:image/png;base64,AA")]
    [InlineData("missing%00.md")]
    [InlineData("{{ site.root }}/missing.md")]
    public void Nothing_is_said_of_what_is_there_or_not_to_be_judged(string url)
    {
        _links.Resolve(new(url, LinkKind.Link, 1, 1));

        Assert.Empty(_links.Diagnostics);
    }

    [Theory]
    [InlineData("missing.md", "missing.md")]
    [InlineData("missing%20file.md#x", "missing file.md")]
    [InlineData("deep/missing.png?raw=true", "deep/missing.png")]
    [InlineData("../missing.md", "../missing.md")]
    [InlineData("guide.md/", "guide.md/")]
    [InlineData("missing/", "missing/")]
    [InlineData("missing.html", "missing.html")]
    [InlineData("www.example.org", "www.example.org")]
    public void A_link_to_nothing_is_reported(string url, string place)
    {
        Assert.Equal(url, _links.Resolve(new(url, LinkKind.Link, 7, 3)));

        var warning = Assert.Single(_links.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, DiagnosticCodes.DeadLink, 7, 3), (warning.Severity, warning.Code, warning.Line, warning.Column));
        Assert.Equal($"The link '{url}' leads to nothing: there is no '{place}'; mend the link or add the file.", warning.Message);
    }

    [Fact]
    public void A_name_that_no_file_can_have_is_a_link_to_nothing()
    {
        _links.Resolve(new(new string('a', 5_000), LinkKind.Link, 1, 1));

        Assert.Single(_links.Diagnostics);
    }

    [Fact]
    public void An_image_that_is_not_there_is_reported_as_such()
    {
        _links.Resolve(new("b.png", LinkKind.Embedded, 1, 1));

        Assert.Equal("'b.png' is to be shown here and is missing: there is no 'b.png'; mend the link or add the file.", Assert.Single(_links.Diagnostics).Message);
    }

    [Theory]
    [InlineData("guide")]
    [InlineData("guide/#x")]
    public void Who_left_the_extension_out_is_told(string url)
    {
        _links.Resolve(new(url, LinkKind.Link, 1, 1));

        Assert.EndsWith("did you mean 'guide.md'?", Assert.Single(_links.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Guide.md", "guide.md")]
    [InlineData("DEEP/page.MD#x", "deep/page.md")]
    [InlineData("Deep/", "deep")]
    public void Who_mistook_the_case_is_told_what_there_is(string url, string meant)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the link leads there.");

        _links.Resolve(new(url, LinkKind.Link, 1, 1));

        Assert.EndsWith($"; '{meant}', which there is, differs in case only.", Assert.Single(_links.Diagnostics).Message, StringComparison.Ordinal);

        // Should that file go, the advice is looked at again.
        Assert.Contains(_links.Lookups, lookup => lookup.Path == _folder.At(["docs", .. meant.Split('/')]));
    }

    [Fact]
    public void A_link_through_more_folders_than_a_stack_has_room_for_is_dead_like_any_other()
    {
        _links.Resolve(new(string.Concat(Enumerable.Repeat("a/", 200_000)) + "b.md", LinkKind.Link, 1, 1));

        Assert.Equal(DiagnosticCodes.DeadLink, Assert.Single(_links.Diagnostics).Code);
    }

    [Fact]
    public void What_a_mistaken_case_may_have_meant_goes_along_only_where_something_else_refers_to_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the link leads there.");
        _links.Resolve(new("A.png", LinkKind.Embedded, 1, 1));
        Assert.Empty(_links.Assets);

        _links.Resolve(new("a.png", LinkKind.Embedded, 2, 1));
        _links.Resolve(new("A.PNG", LinkKind.Embedded, 3, 1));
        Assert.Equal([_folder.At("docs", "a.png")], _links.Assets);
    }

    [Theory]
    [InlineData("guide.md/")]
    [InlineData("gone/Guide.md")]
    [InlineData("../Outside.md")]
    [InlineData("deep/Guide.md")]
    public void Who_did_not_is_not(string url)
    {
        _links.Resolve(new(url, LinkKind.Link, 1, 1));

        Assert.EndsWith("mend the link or add the file.", Assert.Single(_links.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_place_looked_at_is_noted_once_in_source_order()
    {
        Follow("guide.md", "a.png", "guide.md#x", "missing.png", "deep/", "../outside.png", "guide.html");

        Assert.Equal(
            [
                new(At("docs/guide.md"), PathKind.File, true),
                new(At("docs/a.png"), PathKind.File, false),
                new(At("docs/missing.png"), PathKind.Nothing, false),
                new(At("docs/deep") + Path.DirectorySeparatorChar, PathKind.Folder, false),
                new LinkLookup(At("outside.png"), PathKind.File, false),
            ],
            _links.Lookups);
    }

    [Fact]
    public void Assets_are_the_files_of_the_tree_that_are_no_documents()
    {
        Follow("a.png", "guide.md", "drafts/d.png", ".assets/b.png", "a.png#x", "missing.png", "deep", "../outside.png", "drafts/draft.md", "old.html");

        Assert.Equal([At("docs/a.png"), At("docs/drafts/d.png"), At("docs/.assets/b.png"), At("docs/old.html")], _links.Assets);
    }

    [Fact]
    public void Links_to_places_in_documents_are_noted()
    {
        Follow("#a", "guide.md#b%20c", "index.md#d", "guide.html#e", "a.png#f", "../outside.md#g", "#", "#top", "guide.md#TOP", "#h:~:text=i", "missing.md#j", "?k#l");

        Assert.Equal(
            [
                new(At("docs/index.md"), "a", 1, 1),
                new(At("docs/guide.md"), "b c", 2, 1),
                new(At("docs/index.md"), "d", 3, 1),
                new(At("docs/guide.md"), "e", 4, 1),
                new AnchorReference(At("docs/index.md"), "h", 10, 1),
            ],
            _links.AnchorReferences);
    }

    [Fact]
    public void What_was_checked_is_counted()
    {
        Follow("guide.md", "guide.md", "#a", "missing.md", "http://host/", "/rooted");

        Assert.Equal(4, _links.Checked);
    }

    [Fact]
    public void Diagnostics_of_links_stand_among_the_others_by_line()
    {
        _links.Resolve(new("one.md", LinkKind.Link, 3, 9));
        _links.Resolve(new("two.md", LinkKind.Link, 5, 1));
        var all = _links.Among([Diagnostic.Warning("A", "whole"), Diagnostic.Warning("B", "line", 4, 1)]);

        Assert.Equal([0, 3, 4, 5], all.Select(diagnostic => diagnostic.Line));
    }

    [Fact]
    public void One_cache_of_what_is_where_serves_all_threads()
    {
        var tree = new TreeLinks(DocumentFilter.Default, ".html");
        var urls = Enumerable.Range(0, 50).Select(i => $"deep/../{(i % 2 == 0 ? "guide.md" : "missing.md")}?{i}").ToList();
        Parallel.For(0, 500, _ =>
        {
            var links = tree.Of(At("docs/index.md"), At("docs"));
            Assert.Equal(25, urls.Count(url => links.Resolve(new(url)) != url));
            Assert.Equal(25, links.Diagnostics.Count);
        });

        Assert.Equal(2, tree.Count);
    }

    private void Follow(params string[] urls)
    {
        for (var i = 0; i < urls.Length; i++)
        {
            _links.Resolve(new(urls[i], LinkKind.Link, i + 1, 1));
        }
    }

    private string At(string path) => _folder.At(path.Split('/'));

    private DocumentLinks Of(string document) => new TreeLinks(new DocumentFilter(["*.md"], ["drafts"]), ".html").Of(At(document), At("docs"));
}
