using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class MarkdownConverterTests
{
    private static readonly string NestingLimit = string.Concat(Enumerable.Repeat("> ", 5_000)) + "a";

    [Fact]
    public void Raw_HTML_is_let_through_by_default()
        => Assert.Equal("<div>\n*a*\n</div>\n<p><b>c</b></p>\n", Converting.Gfm("<div>\n*a*\n</div>\n\n<b>c</b>"));

    [Theory]
    [InlineData(MarkdownFlavor.Gfm)]
    [InlineData(MarkdownFlavor.CommonMark)]
    public void Raw_HTML_becomes_text_where_it_is_to_be_escaped(MarkdownFlavor flavor)
        => Assert.Equal(
            "<p>&lt;div&gt;\n<em>a</em>\n&lt;/div&gt;</p>\n<ul>\n<li>&lt;b&gt;c\n&lt;/b&gt;</li>\n</ul>\n",
            Converting.Html(new MarkdownOptions(flavor, RawHtmlHandling.Escape), "<div>\n*a*\n</div>\n\n- <b>c\n</b>"));

    [Fact]
    public void Links_and_images_lead_where_the_link_targets_say()
        => Assert.Equal(
            "<p><a href=\"to/a.md\">a</a> <img src=\"to/b.png\" alt=\"b\" /> <a href=\"to/r\">r</a> <a href=\"to/http://a.b\">http://a.b</a></p>\n",
            Converting.Html(new MarkdownOptions(), "[a](a.md) ![b](b.png) [r] <http://a.b>\n\n[r]: r", new Prefix()));

    [Fact]
    public void What_is_not_ASCII_in_a_link_is_percent_encoded_after_the_link_targets_have_answered()
        => Assert.Equal(
            "<p><a href=\"to/%C3%A4%20%F0%9F%8D%84.md\">a</a> <a href=\"to/http://b%C3%BCcher.example/\">b</a></p>\n",
            Converting.Html(new MarkdownOptions(), "[a](<ä 🍄.md>) [b](http://bücher.example/)", new Prefix()));

    [Theory]
    [InlineData("---\ntitle: Front\n---\n# Heading", "Front")]
    [InlineData("---\ntitle: 1984\n---\n# Heading", "1984")]
    [InlineData("text\n\n## The *second* `level`\n\n# First", "The second level")]
    [InlineData("Setext\n===", "Setext")]
    [InlineData("text", null)]
    public void The_title_comes_from_front_matter_or_else_the_first_heading(string markdown, string? title)
        => Assert.Equal(title, Converting.Document(markdown).Title);

    [Fact]
    public void Front_matter_is_data_and_no_part_of_the_output()
    {
        const string markdown = "---\na: b\n---\ntext";

        Assert.Equal("<p>text</p>\n", Converting.Gfm(markdown));
        Assert.Equal("b", Converting.Document(markdown).FrontMatter?["a"]);
    }

    [Fact]
    public void CommonMark_knows_no_front_matter()
    {
        const string markdown = "---\na: b\n---\ntext";

        Assert.Equal("<hr />\n<h2>a: b</h2>\n<p>text</p>\n", Converting.CommonMark(markdown));
        Assert.Null(Converting.Document(markdown, MarkdownFlavor.CommonMark).FrontMatter);
    }

    [Fact]
    public void A_document_that_nests_too_deeply_is_refused()
    {
        var refusal = Assert.Throws<DocumentException>(() => Converting.Gfm(NestingLimit));

        Assert.Equal(DiagnosticCodes.NestingTooDeep, refusal.Diagnostic.Code);
        Assert.Equal(DiagnosticSeverity.Error, refusal.Diagnostic.Severity);
    }

    [Fact]
    public void MDX_is_read_as_Markdown_with_a_warning()
    {
        var warning = Assert.Single(Converting.Document("text", format: DocumentFormat.Mdx).Diagnostics);

        Assert.Equal(DiagnosticCodes.MdxReadAsMarkdown, warning.Code);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
    }

    [Fact]
    public void A_document_that_fails_leaves_nothing_behind_for_the_next_one()
    {
        var converter = new MarkdownConverter(new());
        const string markdown = "- a\n\n- b\n\n| c |\n|---|\n";
        var expected = Converting.Html(converter, markdown);

        // Links fail while they are rendered, deep inside loose lists.
        Assert.Throws<InvalidOperationException>(() => Converting.Html(converter, "- a\n- > [b](c)\n", new Failing()));
        Assert.Throws<DocumentException>(() => Converting.Html(converter, NestingLimit));

        Assert.Equal(expected, Converting.Html(converter, markdown));
    }

    [Fact]
    public void Many_threads_get_the_same_output_from_one_converter()
    {
        var converter = new MarkdownConverter(new());
        var documents = Enumerable.Range(0, 40)
            .Select(i => $"# H {i}\n\n- [x] a ~b~ http://a.b/{i}\n\n|a|\n|-|\n|{i}|\n\nx[^1] a@b.co\n\n[^1]: note {i}\n\n> [!TIP]\n> t\n")
            .ToList();
        var alone = documents.Select(document => Converting.Html(converter, document)).ToList();

        Parallel.For(0, 2_000, new() { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(alone[i % documents.Count], Converting.Html(converter, documents[i % documents.Count])));
    }

    private sealed class Prefix : ILinkTargets
    {
        public string Resolve(LinkReference link) => "to/" + link.Url;
    }

    private sealed class Failing : ILinkTargets
    {
        public string Resolve(LinkReference link) => throw new InvalidOperationException("on purpose");
    }
}
