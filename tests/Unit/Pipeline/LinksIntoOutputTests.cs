using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Links;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pipeline;

/// <summary>Links that are alive among the sources: where they lead in the output, and what is said where they lead to nothing there.</summary>
public sealed class LinksIntoOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LinksIntoOutputTests()
    {
        foreach (var path in new[]
        {
            "up.md", "up.png", "docs/d/e.md", "docs/a.md", "docs/a.png", "docs/drafts/x.md", "docs/guide/README.md", "docs/guide/b.md", "docs/indexed/index.md", "docs/indexed/README.md",
            "docs/sub/c.md", "docs/sub/caf\u00E9.md",
        })
        {
            _folder.Write(path, "x");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../up.md", "lies outside the tree")]
    [InlineData("../up.png", "lies outside the tree")]
    [InlineData("..", "the folder lies outside the tree")]
    [InlineData("drafts/x.md", "is left out of the tree")]
    [InlineData("sub", "has no index page")]
    [InlineData("guide/", "or set readmeAsIndex")]
    public void What_is_not_in_the_output_is_warned_of_where_that_lies_elsewhere(string url, string reason)
    {
        var warning = Assert.Single(Follow(Tree(leavesSource: true), url).Diagnostics);

        Assert.Equal(DiagnosticCodes.LinkLeavesOutput, warning.Code);
        Assert.Contains(reason, warning.Message, StringComparison.Ordinal);
        Assert.Empty(Follow(Tree(), url).Diagnostics);
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("indexed")]
    [InlineData("indexed/")]
    [InlineData("sub/c.md")]
    public void Nothing_is_said_of_what_is_in_the_output(string url) => Assert.Empty(Follow(Tree(leavesSource: true), url).Diagnostics);

    [Fact]
    public void A_README_is_spoken_of_only_where_there_is_one()
        => Assert.DoesNotContain("readmeAsIndex", Assert.Single(Follow(Tree(leavesSource: true), "sub").Diagnostics).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("docs", false, true)]
    [InlineData("site", false, false)]
    [InlineData("docs/sub", true, true)]
    [InlineData("docs", true, false)]
    public void Where_outputs_lie_among_the_sources_everything_is_there(string destination, bool isOneFile, bool isThere)
    {
        var tree = new TreeLinks(new DocumentFilter(["*.md"], []), ".html") { Destination = At(destination), IsOneFile = isOneFile };
        var links = tree.Of(At("docs/sub/c.md"), At("docs"));
        links.Resolve(new("../../up.md"));

        Assert.Equal(isThere, links.Diagnostics.Count == 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_page_that_is_the_index_of_a_folder_goes_along_and_what_was_only_looked_at_does_not(bool reportsDead)
    {
        _folder.Write("docs/hand/index.html", "x");
        _folder.Write("docs/hand/index.mdx", "x");
        _folder.Write("docs/hand/README.mdx", "x");
        var tree = new TreeLinks(new DocumentFilter(["*.md"], []), ".html") { Destination = At("site"), ReportsDead = reportsDead };

        var links = Follow(tree, "hand/", "sub/");

        Assert.Equal([At("docs/hand/index.html")], links.Assets);
        Assert.Equal(reportsDead ? 1 : 0, links.Diagnostics.Count);
    }

    [Theory]
    [InlineData("docs/a.md", "/guide/b.md#x", "guide/b.html#x")]
    [InlineData("docs/sub/c.md", "/guide/b.md?y", "../guide/b.html?y")]
    [InlineData("docs/sub/c.md", "/a.png", "../a.png")]
    [InlineData("docs/sub/c.md", "/a%2Epng", "../a%2Epng")]
    [InlineData("docs/sub/c.md", "/guide", "/guide")]
    [InlineData("docs/sub/c.md", "/docs/intro", "/docs/intro")]
    [InlineData("docs/sub/c.md", "/missing.png", "/missing.png")]
    [InlineData("docs/sub/c.md", "//host/a.png", "//host/a.png")]
    [InlineData("docs/sub/c.md", "/", "/")]
    public void Addresses_that_begin_at_the_root_lead_on_from_the_document(string document, string url, string written)
    {
        var links = Tree().Of(At(document), At("docs"));

        Assert.Equal(written, links.Resolve(new(url)));
        Assert.Empty(links.Diagnostics);
    }

    [Fact]
    public void The_root_may_be_another_folder()
    {
        var links = Tree(root: At("docs/guide")).Of(At("docs/sub/c.md"), At("docs"));

        Assert.Equal("../guide/b.html", links.Resolve(new("/b.md")));
    }

    [Theory]
    [InlineData("/docs/guide/b.md", "../guide/b.html", 0)]
    [InlineData("/docs/a.png", "../a.png", 0)]
    [InlineData("/docs/d/e.md", "../d/e.html", 0)]
    [InlineData("/up.md", "/up.md", 1)]
    public void The_root_may_lie_above_the_tree_whose_outputs_have_no_way_to_it(string url, string written, int warnings)
    {
        var links = Tree(leavesSource: true, root: _folder.Path).Of(At("docs/sub/c.md"), At("docs"));

        Assert.Equal(written, links.Resolve(new(url)));
        Assert.Equal(warnings, links.Diagnostics.Count);
    }

    [Fact]
    public void An_address_that_is_as_long_as_seen_from_its_document_is_rewritten()
    {
        _folder.Write("d/s/c.md", "x");
        _folder.Write("d/x", "x");
        var links = Tree(root: _folder.Path).Of(At("d/s/c.md"), At("d"));

        Assert.Equal("../x", links.Resolve(new("/d/x")));
    }

    [Theory]
    [InlineData("/missing.png", LinkKind.Embedded, true, true)]
    [InlineData("/missing.png", LinkKind.Embedded, false, false)]
    [InlineData("/api/system.io", LinkKind.Link, true, false)]
    [InlineData("/avatar", LinkKind.Embedded, true, false)]
    public void What_is_to_be_shown_is_looked_for_where_the_root_was_named(string url, LinkKind kind, bool isNamed, bool isDead)
    {
        var links = Tree(root: isNamed ? At("docs") : null).Of(At("docs/a.md"), At("docs"));

        Assert.Equal(url, links.Resolve(new(url, kind)));
        Assert.Equal(isDead, links.Diagnostics.Count == 1);
    }

    [Fact]
    public void A_README_in_any_case_is_the_index()
    {
        _folder.Write("docs/case/ReadMe.md", "x");
        var links = Tree(leavesSource: true, readmeIsIndex: true).Of(At("docs/a.md"), At("docs"));

        Assert.Equal("case/index.html", links.Resolve(new("case/")));
        Assert.Empty(links.Diagnostics);
    }

    [Fact]
    public void A_README_beside_an_index_that_is_left_out_is_none()
    {
        _folder.Write("docs/part/README.md", "x");
        _folder.Write("docs/part/index.md", "x");
        var tree = new TreeLinks(new DocumentFilter(["*.md"], ["part/index.md"]), ".html") { Destination = At("site"), ReadmeIsIndex = true };
        var links = tree.Of(At("docs/a.md"), At("docs"));

        Assert.Equal("part/", links.Resolve(new("part/")));
        Assert.Equal(DiagnosticCodes.LinkLeavesOutput, Assert.Single(links.Diagnostics).Code);
    }

    [Fact]
    public void A_rooted_document_that_is_missing_is_dead()
    {
        var links = Follow(Tree(), "/missing.md");

        Assert.Equal(DiagnosticCodes.DeadLink, Assert.Single(links.Diagnostics).Code);
        Assert.Equal("/missing.md", links.Resolve(new("/missing.md")));
    }

    [Theory]
    [InlineData("guide/README.md#x", "guide/index.html#x")]
    [InlineData("guide", "guide/index.html")]
    [InlineData("guide/?a", "guide/index.html?a")]
    [InlineData("/guide", "guide/index.html")]
    [InlineData("guide/index.html", "guide/index.html")]
    [InlineData("indexed/README.md", "indexed/README.html")]
    [InlineData("indexed", "indexed/index.html")]
    [InlineData("indexed/?a", "indexed/index.html?a")]
    [InlineData("/indexed/", "indexed/index.html")]
    [InlineData("/sub", "/sub")]
    [InlineData("/drafts/", "/drafts/")]
    public void Where_README_is_the_index_links_follow_it(string url, string written)
    {
        var links = Tree(leavesSource: true, readmeIsIndex: true).Of(At("docs/a.md"), At("docs"));

        Assert.Equal(written, links.Resolve(new(url)));
        Assert.Empty(links.Diagnostics);
    }

    [Fact]
    public void A_place_in_the_index_of_a_folder_is_checked()
    {
        var links = Follow(Tree(readmeIsIndex: true), "guide/#x");

        Assert.Equal(At("docs/guide/README.md"), Assert.Single(links.AnchorReferences).Path);
    }

    [Theory]
    [InlineData("\u00E9.md", "e\u0301.md")]
    [InlineData("\u304C.md", "\u304B\u3099.md")]
    [InlineData("\u30D1.md", "\u30CF\u309A.md")]
    [InlineData("\uD55C\uAE00.md", "\u1112\u1161\u11AB\u1100\u1173\u11AF.md")]
    [InlineData("\u1100\u1161.md", "\uAC00.md")]
    public void A_name_that_is_put_together_otherwise_is_found(string written, string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "There it leads to the file.");
        _folder.Write("docs/letters/" + name, "x");

        Assert.Contains($"'letters/{name}', which there is", Assert.Single(Follow(Tree(), "letters/" + written).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u4E2D\u56FD.md", "\u65E5\u672C.md")]
    [InlineData("\u304C.md", "\u304D.md")]
    [InlineData("\uAC01.md", "\uAC00.md")]
    [InlineData("\u0434\u0430.md", "\u043D\u0435.md")]
    [InlineData("\u00E9-1.md", "\u00E9 1.md")]
    public void Other_letters_are_another_name(string written, string name)
    {
        _folder.Write("docs/letters/" + name, "x");

        Assert.Contains("mend the link or add the file", Assert.Single(Follow(Tree(), "letters/" + written).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guide\\README.md", "there is no 'guide\\README.md'; did you mean 'guide/README.md'?")]
    [InlineData("sub/cafe\u0301.md", "which there is, differs only in accents")]
    [InlineData("sub/C.md", "differs in case only")]
    public void A_dead_link_is_told_what_it_may_have_meant(string url, string hint)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "There it leads to the file.");

        Assert.Contains(hint, Assert.Single(Follow(Tree(), url).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing/x.md", true)]
    [InlineData("missing/deep/x.md", true)]
    [InlineData("other/x.md", false)]
    public void Dead_links_that_are_ignored_are_not_reported(string url, bool isIgnored)
        => Assert.Equal(isIgnored, Follow(Tree(ignored: "missing/**"), url).Diagnostics.Count == 0);

    [Theory]
    [InlineData("guide/b.md#nowhere", true)]
    [InlineData("#nowhere", false)]
    [InlineData("sub/c.md#nowhere", false)]
    public void Nor_are_places_that_ignored_links_lead_to(string url, bool isIgnored)
        => Assert.Equal(isIgnored, Follow(Tree(ignored: "guide/**"), url, "a.md#x").AnchorReferences.Count == 1);

    [Fact]
    public void Links_to_the_web_are_collected_where_they_are_asked_for()
    {
        var tree = Tree(ignored: "https://ignored/**", collectsExternal: true);

        Assert.Equal([new("https://a/b", 1, 2)], Follow(tree, "https://a/b", "https://ignored/x", "mailto:a").Facts([]).External);
        Assert.Empty(Follow(Tree(), "https://a/b").Facts([]).External);
    }

    private DocumentLinks Follow(TreeLinks tree, params string[] urls)
    {
        var links = tree.Of(At("docs/a.md"), At("docs"));
        foreach (var url in urls)
        {
            links.Resolve(new(url, LinkKind.Link, 1, 2));
        }

        return links;
    }

    private TreeLinks Tree(bool leavesSource = false, bool readmeIsIndex = false, string? root = null, string ignored = "nothing", bool collectsExternal = false)
        => new(new DocumentFilter(["*.md"], ["drafts"]), ".html")
        {
            Destination = leavesSource ? At("site") : null,
            ReadmeIsIndex = readmeIsIndex,
            Root = root,
            Ignored = [new(ignored)],
            CollectsExternal = collectsExternal,
        };

    private string At(string path) => _folder.At(path.Split('/'));
}
