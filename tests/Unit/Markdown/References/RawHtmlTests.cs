using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Markdown.References;

public class RawHtmlTests
{
    [Theory]
    [InlineData("<a href=\"x\">a</a>", LinkKind.Link)]
    [InlineData("b <A CLASS=c HREF = 'x' >a</A>", LinkKind.Link)]
    [InlineData("b <img src=x>", LinkKind.Embedded)]
    [InlineData("b <img alt=\"src='y'\" src=\"x\"/>", LinkKind.Embedded)]
    [InlineData("<video poster=\"x\">", LinkKind.Embedded)]
    [InlineData("<link rel=stylesheet href=x>", LinkKind.Embedded)]
    [InlineData("<script src=\"x\">\n\"<img src='y'>\"\n</script>", LinkKind.Embedded)]
    [InlineData("<div>\n<!-- <img src=y> -->\n<img\n\n  src=x>\n</div>", LinkKind.Embedded, "y")]
    [InlineData("<div><!-- <img src=y> --><img src=x></div>", LinkKind.Embedded)]
    [InlineData("<style>\na[href=\"y\"] {}\n</style>\n<img src=x>", LinkKind.Embedded)]
    [InlineData("<textarea>\n<img src=y>\n\n<img src=y></textarea><img src=x>", LinkKind.Embedded)]
    [InlineData("<div>\n<script>\n<img src=y>\n\n<img src=y>\n</script>\n<img src=x>", LinkKind.Embedded)]
    [InlineData("b <img data-src=y src=x>", LinkKind.Embedded)]
    [InlineData("<base href=y>\n<img src=x>", LinkKind.Embedded)]
    [InlineData("<p>1 < 2 <a href=x>", LinkKind.Link)]
    public void URLs_in_HTML_are_references(string markdown, LinkKind kind, string? not = null)
    {
        // A blank line inside a tag ends its block: what follows is text.
        var found = FoundLinks.In(markdown);
        if (not is not null)
        {
            Assert.Empty(found);
            return;
        }

        var link = Assert.Single(found);
        Assert.Equal(("x", kind), (link.Url, link.Kind));
    }

    [Theory]
    [InlineData("`<img src=x>`")]
    [InlineData("    <img src=x>")]
    [InlineData("```html\n<img src=x>\n```")]
    [InlineData("<!-- <img src=x> -->")]
    [InlineData("b <!-- <img src=x> -->")]
    [InlineData("<?php '<img src=x>' ?>")]
    [InlineData("<![CDATA[ <img src=x> ]]>")]
    [InlineData("\\<img src=x>")]
    [InlineData("<img src=\"\">")]
    [InlineData("<img src>")]
    [InlineData("<img title=\"src=x\">")]
    public void Code_and_comments_are_no_HTML(string markdown) => Assert.Empty(FoundLinks.In(markdown));

    [Fact]
    public void Entities_in_a_URL_are_resolved_and_written_again()
    {
        var links = new FoundLinks(url => url == "a&b.md" ? "a&b.html" : url);

        Assert.Equal("<p><a href=\"a&amp;b.html\">c</a></p>\n", Converting.Html(new MarkdownOptions(), "<a href=\"a&amp;b.md\">c</a>", links));
    }

    [Theory]
    [InlineData("<p><A title='x' HREF = 'a.md' id=b>c</A></p>", "<p><A title='x' HREF = 'to/a.md' id=b>c</A></p>")]
    [InlineData("<p><img src=a.png><img src=b.png></p>", "<p><img src=to/a.png><img src=to/b.png></p>")]
    [InlineData("<p>\n  <img\tsrc=\"a.png\"\n  >\n</p>", "<p>\n  <img\tsrc=\"to/a.png\"\n  >\n</p>")]
    [InlineData("<img srcset=\"a.png, b.png 2x,c.png 3x\">", "<img srcset=\"to/a.png, to/b.png 2x,to/c.png 3x\">")]
    public void Only_the_URLs_of_HTML_are_rewritten(string html, string expected)
        => Assert.Equal(expected + "\n", Converting.Html(new MarkdownOptions(), html, new FoundLinks(url => "to/" + url)));

    [Theory]
    [InlineData("a.png", "a.png")]
    [InlineData("a.png 1x, b.png 2x", "a.png|b.png")]
    [InlineData(" a.png ,b.png 480w , c,d.png 3x", "a.png|b.png|c,d.png")]
    [InlineData("a.png,, b.png", "a.png|b.png")]
    [InlineData(" , ", "")]
    public void A_set_of_sources_is_taken_apart(string value, string urls)
        => Assert.Equal(urls, string.Join('|', FoundLinks.In($"<img srcset=\"{value}\">").Select(link => link.Url)));

    [Fact]
    public void HTML_in_which_nothing_is_rewritten_stays_byte_for_byte()
        => Property.Holds(
            Property.TextOf(
                "<", ">", "a", "img", " ", "src", "=", "\"", "'", "x.md", "href", "/", "<!--", "-->", "<script>", "</script>", "\n", "\n\n", "&amp;", "srcset", ",",
                "<div", "id", "textarea", "?", "!", "[", "]"),
            html => Converting.Html(new MarkdownOptions(), "<div>" + html, new FoundLinks(url => url))
                == Converting.Html(new MarkdownOptions(), "<div>" + html));
    [Theory]
    [InlineData("</a b>", "<p>&lt;/a b&gt;</p>\n")]
    [InlineData("</a\tb>", "<p>&lt;/a\tb&gt;</p>\n")]
    [InlineData("</a >", "</a >\n")]
    public void A_line_that_is_no_tag_is_text(string markdown, string html)
    {
        Assert.Equal(html, Converting.CommonMark(markdown));
        Assert.Equal(html, Converting.Gfm(markdown));
    }

    [Fact]
    public void Tags_in_the_description_of_an_image_are_text()
        => Assert.Equal("<p><img src=\"c\" alt=\"a &lt;b&gt;d&lt;/b&gt;\" /></p>\n", Converting.CommonMark("![a <b>d</b>](c)"));

}
