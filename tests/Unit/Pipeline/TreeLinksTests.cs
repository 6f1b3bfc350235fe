using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Links;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Pipeline;

public sealed class TreeLinksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TreeLinksTests()
    {
        foreach (var path in new[]
        {
            "outside.md", "docs/index.md", "docs/guide.md", "docs/my guide.md", "docs/Ü.MD", "docs/v1.2.md", "docs/plain.txt", "docs/picture.png",
            "docs/deep/page.md", "docs/drafts/draft.md", "docs/.hidden/page.md", "docs/node_modules/page.md", "docs/c#.md",
        })
        {
            _folder.Write(path, "x");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_search_of_the_tree_did_not_see_is_not_there_but_for_the_destination()
    {
        var folders = new ListedFolders();
        folders.Add(DocumentSource.FromFile(_folder.At("docs", "index.md"), new FileStamp(0, 0, 0), _folder.At("docs"), new(["index.md"])));
        var tree = new TreeLinks(DocumentFilter.Default, ".html") { Folders = folders, Destination = _folder.At("docs", "deep", "site") };

        Assert.Equal(PathKind.Nothing, tree.KindOf(_folder.At("docs", "plain.txt")));
        Assert.Equal(PathKind.Folder, tree.KindOf(_folder.At("docs", "deep")));
        Assert.Equal(PathKind.File, tree.KindOf(_folder.At("docs", "deep", "page.md")));
        Assert.Equal(PathKind.File, tree.KindOf(_folder.At("outside.md")));
    }

    [Fact]
    public void Advice_by_what_the_search_has_seen_is_not_given_where_that_is_gone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the link leads there.");
        var folders = new ListedFolders();
        folders.Add(DocumentSource.FromFile(_folder.At("docs", "index.md"), new FileStamp(0, 0, 0), _folder.At("docs"), new(["gone.md", "guide.md", "index.md"])));
        var links = new TreeLinks(DocumentFilter.Default, ".html") { Folders = folders }.Of(_folder.At("docs", "index.md"), _folder.At("docs"));

        links.Resolve(new("GONE.md"));
        links.Resolve(new("GUIDE.md"));

        Assert.EndsWith("mend the link or add the file.", links.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.EndsWith("'guide.md', which there is, differs in case only.", links.Diagnostics[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guide.md", "guide.html")]
    [InlineData("./guide.md", "./guide.html")]
    [InlineData("guide.md#part", "guide.html#part")]
    [InlineData("guide.md?v=1.md#part", "guide.html?v=1.md#part")]
    [InlineData("my%20guide.md", "my%20guide.html")]
    [InlineData("my guide.md", "my guide.html")]
    [InlineData("%C3%9C.MD", "%C3%9C.html")]
    [InlineData("v1.2.md", "v1.2.html")]
    [InlineData("c%23.md", "c%23.html")]
    [InlineData("deep/page.md", "deep/page.html")]
    [InlineData("deep/../guide.md", "deep/../guide.html")]
    [InlineData("../docs/guide.md", "../docs/guide.html")]
    public void A_link_to_a_document_of_the_tree_leads_to_its_output(string link, string expected)
        => Assert.Equal(expected, From("docs/index.md").Resolve(new(link)));

    [Fact]
    public void A_link_from_deeper_down_leads_up()
        => Assert.Equal("../guide.html#x", From("docs/deep/page.md").Resolve(new("../guide.md#x")));

    [Theory]
    [InlineData("missing.md")]
    [InlineData("../outside.md")]
    [InlineData("%2e%2e/outside.md")]
    [InlineData("drafts/draft.md")]
    [InlineData(".hidden/page.md")]
    [InlineData("node_modules/page.md")]
    [InlineData("plain.txt")]
    [InlineData("picture.png")]
    [InlineData("deep")]
    [InlineData("deep/")]
    [InlineData("guide.md/")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(".md")]
    [InlineData("#part")]
    [InlineData("?query.md")]
    [InlineData("//example.org/guide.md")]
    [InlineData("\\guide.md")]
    [InlineData("https://example.org/guide.md")]
    [InlineData("mailto:ann@example.md")]
    [InlineData("C:guide.md")]
    [InlineData("guide%00.md")]
    [InlineData("guide%.md")]
    public void Every_other_link_stays_as_it_is(string link)
        => Assert.Equal(link, From("docs/index.md").Resolve(new(link)));

    [Fact]
    public void A_document_outside_the_patterns_may_link_to_its_like()
    {
        _folder.Write("docs/other.txt", "x");
        _folder.Write("docs/drafts/other.txt", "x");
        var links = From("docs/plain.txt");

        Assert.Equal("other.html", links.Resolve(new("other.txt")));
        Assert.Equal("guide.html", links.Resolve(new("guide.md")));
        Assert.Equal("drafts/other.txt", links.Resolve(new("drafts/other.txt")));
    }

    [Fact]
    public void Only_the_extension_of_a_link_ever_changes()
        => Property.Holds(
            Gen.OneOf(
                Property.AnyText,
                Property.TextOf("guide", ".md", "deep", "page.md", "/", "..", ".", "#", "?", "%", "%20", "%2e", "%00", ":", "\\", "docs", " ")),
            link =>
            {
                var resolved = From("docs/index.md").Resolve(new(link));
                return resolved == link
                    || resolved.Replace(".html", ".md", StringComparison.Ordinal) == link.Replace(".MD", ".md", StringComparison.Ordinal);
            });

    private DocumentLinks From(string document)
        => new TreeLinks(new DocumentFilter(["*.md"], ["drafts"]), ".html").Of(_folder.At(document.Split('/')), _folder.At("docs"));
}
