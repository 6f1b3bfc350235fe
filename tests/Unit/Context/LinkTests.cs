using FastMd.Engine.Configuration;
using FastMd.Engine.Context;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Tests.Unit.Markdown.References;

namespace FastMd.Tests.Unit.Context;

/// <summary>Links and places of a document are the same ones, whatever the document becomes.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("# T\n\n[a](a.md) ![b](b.png)\n\n- [c](#t)\n\n| [d](d.md) |\n|---|\n| ![e](e.png) |")]
    [InlineData("---\ntitle: T\n---\n\nx <a name=\"q\"></a> <img src=\"b.png\"> [q](#q)")]
    [InlineData("<div id=\"d\">\n<p>\n<a href=\"a.md\">x</a> <img src=\"b.png\">\n</div>\n\n[d](#d)")]
    [InlineData("> <div>\n>   <a href=\"a.md\">x</a>\n> </div>\n\n- b\n\n  <div>\n  <a href=\"c.md\">x</a>\n  </div>\n\n-\t<div>\n\t<a href=\"e.md\">x</a>\n\t</div>")]
    [InlineData("<!-- <a href=\"a.md\"> -->\n\nb <!-- <a href=\"b.md\"> -->\n\n<div>\n<!-- <a href=\"c.md\"> -->\n</div>\n\n<script>\n'<a href=\"d.md\">'\n</script>")]
    public void Links_and_places_are_those_of_HTML(string text)
    {
        var html = Of(new MarkdownConverter(new(MarkdownFlavor.Gfm)), text);

        Assert.Equal(html, Of(new FormattingConverter(), text));
        Assert.Equal(html, Of(new ContextConverter(new() { Profile = ContextProfile.Lossless, Skip = ContextSteps.Comments }), text));
    }

    [Fact]
    public void Places_named_by_anchors_of_MDX_are_known()
        => Assert.Equal("t a b", Of(new ContextConverter(new()), "# T\n\n<a name=\"a\" /> <div id=\"b\">x</div> <Odd name=\"c\">x</Odd>", DocumentFormat.Mdx).Anchors);

    private static (string Links, string Anchors) Of(IDocumentConverter converter, string text, DocumentFormat format = DocumentFormat.Markdown)
    {
        var links = new FoundLinks();
        var converted = converter.Convert(SourceText.FromString(text, format), links, TextWriter.Null, TestContext.Current.CancellationToken);
        return (string.Join('\n', links.Found.Distinct()), string.Join(' ', converted.Anchors));
    }
}
