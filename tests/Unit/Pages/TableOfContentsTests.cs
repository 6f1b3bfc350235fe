using FastMd.Engine.Documents;
using FastMd.Engine.Pages;

namespace FastMd.Tests.Unit.Pages;

public class TableOfContentsTests
{
    [Theory]
    [InlineData("2 2", "[2 2]")]
    [InlineData("1 2 3 2", "[2[3] 2]")]
    [InlineData("2 3 3 2 3", "[2[3 3] 2[3]]")]
    [InlineData("3 2 3", "[3 2[3]]")]
    [InlineData("1 3 2 3 1", "[1[3 2[3]] 1]")]
    [InlineData("1 1 2", "[1 1[2]]")]
    [InlineData("2 1 2", "[2 1[2]]")]
    [InlineData("1 2 4 6 2", "[2 2]")]
    [InlineData("1 2", "")]
    [InlineData("1", "")]
    [InlineData("2 4", "")]
    [InlineData("", "")]
    public void Lists_nest_as_headings_do(string levels, string lists)
        => Assert.Equal(lists, Shape(Html([.. levels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(level => new Heading(int.Parse(level, null), level, "id"))])));

    [Fact]
    public void Texts_and_ids_are_escaped()
        => Assert.StartsWith(
            "<ul>\n<li><a href=\"#&quot;x\">&lt;b&gt; &amp; c</a></li>\n",
            Html([new(2, "<b> & c", "\"x"), new(2, "d", "d")]),
            StringComparison.Ordinal);

    [Fact]
    public void A_heading_that_no_link_can_lead_to_is_left_out()
        => Assert.Equal("[b c]", Shape(Html([new(2, "a", null), new(2, "b", "b"), new(3, "", "x"), new(2, "c", "c")])));

    private static string Html(IReadOnlyList<Heading> headings)
    {
        using var output = new StringWriter();
        new TableOfContents(headings).Write(output);
        return output.ToString();
    }

    /// <summary><c>[2[3] 2]</c>: brackets are lists, a space comes between items.</summary>
    private static string Shape(string html)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        return string.Concat(document.Body!.Children.Select(List));

        static string List(AngleSharp.Dom.IElement list)
            => $"[{string.Join(' ', list.Children.Select(item => item.Children[0].TextContent + string.Concat(item.Children.Skip(1).Select(List))))}]";
    }
}
