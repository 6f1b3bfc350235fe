using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx.Html;
using FastMd.Tests.Unit.Markdown.References;

namespace FastMd.Tests.Unit.Mdx.Html;

public class MdxHtmlConverterTests
{
    [Theory]
    [InlineData("# a *b*", "<h1 id=\"a-b\">a <em>b</em></h1>\n")]
    [InlineData("import a from \"b\"\n\nc", "<p>c</p>\n")]
    [InlineData("{/* a */}\n\nb", "\n<p>b</p>\n")]
    [InlineData("a {\"<b>\"} {1}", "<p>a &lt;b&gt; 1</p>\n")]
    [InlineData("<b className=\"c\" d>e</b>", "<b class=\"c\" d=\"\">e</b>\n")]
    [InlineData("<b c={\"d\"} e={1} f={true} g={false} key=\"h\"/>", "<b c=\"d\" e=\"1\" f=\"\"></b>\n")]
    [InlineData("<>a<br/></>", "a<br />\n")]
    [InlineData("| a |\n|:-:|", "<table><thead><tr><th style=\"text-align: center\">a</th></tr></thead></table>\n")]
    [InlineData("a[^1]\n\n[^1]: b & c", "b &amp; c")]
    [InlineData("a {1.50} {.5}", "<p>a 1.5 0.5</p>\n")]
    [InlineData("a {'\\0'}", "<p>a \uFFFD</p>\n")]
    public void What_takes_no_code_is_written(string mdx, string html)
    {
        var (output, converted) = Convert(mdx);

        Assert.Contains(html, output, StringComparison.Ordinal);
        Assert.Empty(converted.Diagnostics);
    }

    [Theory]
    [InlineData("<Card>a</Card>", "<mdx-card>a</mdx-card>\n")]
    [InlineData("<TabItem/>", "<mdx-tab-item></mdx-tab-item>\n")]
    [InlineData("<Tabs.Item/>", "<mdx-tabs-item></mdx-tabs-item>\n")]
    [InlineData("<URLBar/>", "<mdx-urlbar></mdx-urlbar>\n")]
    [InlineData("<my-card/>", "<my-card></my-card>\n")]
    [InlineData("<Ü-b/>", "<mdx-ü-b></mdx-ü-b>\n")]
    [InlineData("<_a-b/>", "<mdx-a-b></mdx-a-b>\n")]
    public void Components_become_custom_elements(string mdx, string html) => Assert.Equal(html, Convert(mdx).Output);

    [Fact]
    public void Components_can_be_dropped_but_for_what_is_in_them()
        => Assert.Equal("<b>a</b>\n", Convert("<Card title=\"c\"><b>a</b></Card>", ComponentHandling.Drop).Output);

    [Theory]
    [InlineData("a {b + 1}", 1, 3)]
    [InlineData("a {0x10}", 1, 3)]
    [InlineData("a {10n}", 1, 3)]
    [InlineData("a\n\n<b c={d}/>", 3, 1)]
    [InlineData("<b {...c}/>", 1, 1)]
    public void Whatever_takes_code_is_left_out_with_a_warning(string mdx, int line, int column)
    {
        var warning = Assert.Single(Convert(mdx).Converted.Diagnostics);

        Assert.Equal((DiagnosticCodes.MdxExpressionLeftOut, line, column), (warning.Code, warning.Line, warning.Column));
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
    }

    [Theory]
    [InlineData("<b id=\"c\"/>", "c")]
    [InlineData("<a name=\"c\"/>", "c")]
    [InlineData("<Card id={\"c\"}/>", "c")]
    [InlineData("# c", "c")]
    public void Whatever_has_an_id_can_be_linked_to(string mdx, string anchor) => Assert.Equal([anchor], Convert(mdx).Converted.Anchors);

    [Fact]
    public void Footnotes_and_their_references_can_be_linked_to()
        => Assert.Superset(
            new HashSet<string> { "user-content-fn-1", "user-content-fnref-1" },
            Convert("a[^1]\n\n[^1]: b").Converted.Anchors.ToHashSet());

    [Theory]
    [InlineData("a [b](c.md)", "c.md", LinkKind.Link, 1, 3)]
    [InlineData("---\nd: e\n---\n\n[b](c.md)", "c.md", LinkKind.Link, 5, 1)]
    [InlineData("a\n\n- ![b](c.png)", "c.png", LinkKind.Embedded, 3, 3)]
    [InlineData("<a href=\"c.md\">b</a>", "c.md", LinkKind.Link, 1, 1)]
    [InlineData("a <img src={\"c.png\"}/>", "c.png", LinkKind.Embedded, 1, 3)]
    [InlineData("<video poster=\"c.png\"/>", "c.png", LinkKind.Embedded, 1, 1)]
    [InlineData("<img srcSet=\"c.png 2x\"/>", "c.png", LinkKind.Embedded, 1, 1)]
    public void Links_are_asked_for_with_their_places(string mdx, string url, LinkKind kind, int line, int column)
        => Assert.Equal([new(url, kind, line, column)], LinksOf(mdx));

    [Fact]
    public void What_components_refer_to_is_their_own() => Assert.Empty(LinksOf("<Card href=\"a.md\" src=\"b.png\"/>"));

    [Fact]
    public void Front_matter_and_headings_are_known()
    {
        var (_, converted) = Convert("---\ntitle: T\n---\n\n# a\n\n## b {c}");

        Assert.Equal("T", converted.Title);
        Assert.Equal(["a", "b-"], converted.Anchors);
        Assert.Equal([1, 2], converted.Headings.Select(heading => heading.Level));
    }

    [Fact]
    public void Links_lead_where_the_tree_says()
        => Assert.Equal("<p><a href=\"b.html\">a</a> <img src=\"c.png!\" alt=\"\" /></p>\n", Convert("[a](b.mdx) ![](c.png)", links: new Renaming()).Output);

    [Fact]
    public void What_is_no_MDX_is_rejected()
        => Assert.Equal(DiagnosticCodes.MdxTagsUnbalanced, Assert.Throws<DocumentException>(() => Convert("<a>")).Diagnostic.Code);

    private static (string Output, ConvertedDocument Converted) Convert(
        string mdx, ComponentHandling components = ComponentHandling.Elements, ILinkTargets? links = null)
    {
        using var output = new StringWriter();
        var converted = new MdxHtmlConverter(new() { Components = components })
            .Convert(SourceText.FromString(mdx, DocumentFormat.Mdx), links ?? SameLinks.Instance, output);
        return (output.ToString(), converted);
    }

    private static IReadOnlyList<LinkReference> LinksOf(string mdx)
    {
        var links = new FoundLinks();
        Convert(mdx, links: links);
        return links.Found;
    }

    private sealed class Renaming : ILinkTargets
    {
        public string Resolve(LinkReference link)
            => link.Kind == LinkKind.Embedded ? link.Url + "!" : Path.ChangeExtension(link.Url, ".html");
    }
}
