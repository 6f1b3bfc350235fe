using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Markdown.References;

public class LinkPlaceTests
{
    [Theory]
    [InlineData("[a](x)", 1, 1)]
    [InlineData("text ![a](x)", 1, 6)]
    [InlineData("one\ntwo [a](x)", 2, 5)]
    [InlineData("one\r\ntwo [a](x)", 2, 5)]
    [InlineData("one\rtwo [a](x)", 2, 5)]
    [InlineData("# [a](x)", 1, 3)]
    [InlineData("> one\n> two [a](x)", 2, 7)]
    [InlineData("- one\n\n  - two\n    **[a](x)**", 4, 7)]
    [InlineData("one\n\n\n\ttwo\n\n[a](x)", 6, 1)]
    [InlineData("[b]: y\n[c]: z\n[a](x)", 3, 1)]
    [InlineData("[a]\n\n[a]: x", 1, 1)]
    [InlineData("🍄 [a](x)", 1, 4)]
    [InlineData("&amp; [a](x)", 1, 7)]
    [InlineData("---\ntitle: t\n---\n[a](x)", 4, 1)]
    [InlineData("---\r\ntitle: t\r\n---\r\n\r\n  [a](x)", 5, 3)]
    [InlineData("| b |\n|---|\n| c [a](x) |", 3, 5)]
    [InlineData("| b [a](x) |\n|---|", 1, 5)]
    [InlineData("| b |\n|---|\n| `c\\|d` \\| [a](x) |", 3, 13)]
    [InlineData("b[^1]\n\n[^1]: c\n    d [a](x)", 4, 7)]
    [InlineData("> [!NOTE]\n> [a](x)", 2, 3)]
    [InlineData("- [ ] [a](x)", 1, 7)]
    [InlineData("<b>c <img src=\"x\"></b>", 1, 6)]
    [InlineData("c <img\nsrc=\"x\">", 1, 3)]
    [InlineData("<div>\n\n<p>\n  <a\n  href='x'>a</a>", 4, 3)]
    [InlineData("- b\n\n\t<p>\n\t<a href=x>a</a>", 4, 2)]
    [InlineData("> <p>\n>  <a href=x>a</a>", 2, 4)]
    public void A_reference_stands_where_the_source_has_it(string markdown, int line, int column)
    {
        var found = Assert.Single(FoundLinks.In(markdown));

        Assert.Equal(("x", line, column), (found.Url, found.Line, found.Column));
    }

    [Fact]
    public void Places_are_right_in_whatever_order_they_are_asked_for()
    {
        var found = FoundLinks.In("a[^2] b[^1]\n\n[^1]: [one](x)\n[^2]: [two](y)\n\n[end](z)");

        Assert.Equal([("z", 6), ("y", 4), ("x", 3)], found.Select(link => (link.Url, link.Line)));
    }

    [Fact]
    public void Links_and_images_are_told_apart()
    {
        var found = FoundLinks.In("[![i](i.png)](l.md) ![j][j]\n\n[j]: j.png");

        Assert.Equal(
            [("l.md", LinkKind.Link, 1), ("i.png", LinkKind.Embedded, 2), ("j.png", LinkKind.Embedded, 21)],
            found.Select(link => (link.Url, link.Kind, link.Column)));
    }

    [Fact]
    public void Addresses_written_as_they_are_have_their_places_too()
    {
        var found = FoundLinks.In("see https://a.example, www.b.example\nor ann@c.example");

        Assert.Equal(
            [("https://a.example", 1, 5), ("http://www.b.example", 1, 24), ("mailto:ann@c.example", 2, 4)],
            found.Select(link => (link.Url, link.Line, link.Column)));
    }

    [Fact]
    public void An_address_between_angle_brackets_is_no_reference()
        => Assert.Equal("http://a.example", Assert.Single(FoundLinks.In("<ann@a.md> <http://a.example>", MarkdownFlavor.CommonMark)).Url);

    [Fact]
    public void What_is_read_only_to_describe_an_image_is_no_reference()
        => Assert.Equal("i.png", Assert.Single(FoundLinks.In("![a [b](c.md) <a href='d.md'>](i.png)")).Url);

    [Fact]
    public void At_every_place_told_there_is_what_can_begin_a_reference()
        => Property.Holds(
            Property.TextOf(
                "[a](x)", "![b](y)", "<img src=z>", "text", "\n", "\r\n", "\n\n", "> ", "- ", "  ", "\t", "| ", " |\n|-|-|\n", "\\|", "*", "`", "&amp;", "[^1]",
                "\n\n[^1]: ", "🍄", "<p>"),
            markdown =>
            {
                var lines = markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
                return FoundLinks.In(markdown).All(link => lines[link.Line - 1][link.Column - 1] == link.Url switch
                {
                    "x" => '[',
                    "y" => '!',
                    _ => '<',
                });
            });
}
