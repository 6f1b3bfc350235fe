namespace FastMd.Tests.Unit.Books.Epub;

/// <summary>A chapter's title is its first heading of the first level, whatever it is in the book.</summary>
public sealed class OutlineTests
{
    [Theory]
    [InlineData("<h2>One</h2><h3>Part</h3><h4>More</h4>", "# One\n\n## Part\n\n### More\n")]
    [InlineData("<h3>Above</h3><h2>One</h2><h3>Part</h3>", "## Above\n\n# One\n\n## Part\n")]
    [InlineData("<p>text</p>", "# One\n\ntext\n")]
    [InlineData("<p class=\"title\"><b>ONE</b></p><p>text</p>", "# ONE\n\ntext\n")]
    [InlineData("<h1><img src=\"t.png\" alt=\"\"/></h1><p>text</p>", "# One\n\n![](images/t.png)\n\ntext\n")]
    [InlineData("<p class=\"title\">One</p><h3>Part</h3><p>text</p>", "# One\n\n## Part\n\ntext\n")]
    public void Levels_begin_with_the_title(string body, string markdown)
        => Assert.Equal(markdown, new BookFile().Image("t.png").Chapter("a.xhtml", body).Nav("<li><a href=\"a.xhtml\">One</a></li>").Read().Body("01-one.md"));

    [Fact]
    public void A_title_of_several_paragraphs_is_one_heading()
        => Assert.Equal(
            "# 1 Loomings\n\ntext\n",
            new BookFile().Chapter("a.xhtml", "<p>1</p><p>Loomings</p><p>text</p>").Nav("<li><a href=\"a.xhtml\">1. Loomings</a></li>").Read().Body("01-1-loomings.md"));

    [Fact]
    public void A_place_that_the_contents_name_is_a_heading()
        => Assert.Equal(
            "# One\n\ntext\n\n## <a id=\"s\"></a>Second\n\nmore\n",
            new BookFile().Chapter("a.xhtml", "<p>One</p><p>text</p><p id=\"s\">Second</p><p>more</p>").Nav("<li><a href=\"a.xhtml\">One</a><ol><li><a href=\"a.xhtml#s\">Second</a></li></ol></li>").Read().Body("01-one.md"));

    [Fact]
    public void A_file_that_goes_on_with_a_chapter_has_no_title_of_its_own()
    {
        var book = new BookFile().Chapter("a.xhtml", "<p>a</p>").Chapter("a2.xhtml", "<p>b</p>", "<!-- -->").Nav("<li><a href=\"a.xhtml\">One</a></li>").Read();

        Assert.Equal("b\n", book.Body(book.Names[2]));
    }
}
