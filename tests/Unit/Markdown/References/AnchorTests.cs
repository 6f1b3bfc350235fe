using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown.References;

public class AnchorTests
{
    [Fact]
    public void Headings_are_known_with_their_ids()
        => Assert.Equal(
            [new Heading(1, "A b", "a-b"), new(2, "A b", "a-b-1"), new(3, "!", null)],
            Converting.Document("# A *b*\n\n> ## A b\n\n### !").Headings);

    [Fact]
    public void Headings_of_CommonMark_have_no_ids()
    {
        var document = Converting.Document("# A", MarkdownFlavor.CommonMark);

        Assert.Equal([new Heading(1, "A", null)], document.Headings);
        Assert.Empty(document.Anchors);
    }

    [Theory]
    [InlineData("text", "")]
    [InlineData("# A\n\n## B", "a,b")]
    [InlineData("<a name=\"x\"></a> <p id='y'> <input name=z>", "x,y")]
    [InlineData("<div id=x>\n<h2\n  id=\"y &amp; z\">\n</div>", "x,y & z")]
    [InlineData("`<a id=x>` <!-- <a id=y> -->", "")]
    [InlineData("a[^n] b[^n]\n\n[^n]: c", "fnref1,fnref1-2,fn1")]
    [InlineData("a\n\n[^n]: nothing refers to it", "")]
    public void What_links_can_lead_to_is_known(string markdown, string anchors)
        => Assert.Equal(anchors, string.Join(',', Converting.Document(markdown).Anchors));

    [Theory]
    [InlineData("# A\n\na[^1] b[^1] c[^2]\n\n[^1]: x\n[^2]: y\n\n<p id=z><a name=w>")]
    public void Every_anchor_is_in_the_output(string markdown)
    {
        var html = Converting.Gfm(markdown);

        Assert.All(Converting.Document(markdown).Anchors, anchor => Assert.Matches($"(id|name)=\"?{anchor}[\" >]", html));
    }
}
