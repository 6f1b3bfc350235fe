using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Books.Epub;

/// <summary>Links inside a book lead to the same places in its output.</summary>
public sealed class LinkTests
{
    private const string Contents = "<li><a href=\"a.xhtml\">A</a></li><li><a href=\"sub/b.xhtml\">B</a></li>";

    [Theory]
    [InlineData("sub/b.xhtml", "02-b.md")]
    [InlineData("sub/b.xhtml#p", "02-b.md#p")]
    [InlineData("sub/../sub/./b.xhtml#p", "02-b.md#p")]
    [InlineData("../OEBPS/sub/b.xhtml", "02-b.md")]
    [InlineData("sub%2Fb.xhtml#p", "02-b.md#p")]
    [InlineData("SUB/B.XHTML", "02-b.md")]
    [InlineData("sub\\b.xhtml", "02-b.md")]
    [InlineData("/OEBPS/sub/b.xhtml", "02-b.md")]
    [InlineData("sub/b.xhtml?x=1#p", "02-b.md#p")]
    [InlineData("sub/b.xhtml#epubcfi(/2)", "02-b.md")]
    [InlineData("nav.xhtml", "index.md")]
    [InlineData("#here", "#here")]
    [InlineData("a.xhtml#here", "#here")]
    [InlineData("https://x.org/?a=b", "https://x.org/?a=b")]
    [InlineData("mailto:a@b.c", "mailto:a@b.c")]
    public void A_link_follows_its_target(string href, string url)
        => Assert.Contains($"[t]({url})", Book($"<p id=\"here\"><a href=\"{href}\">t</a></p>").Body("01-a.md"), StringComparison.Ordinal);

    [Theory]
    [InlineData("nowhere.xhtml")]
    [InlineData("#nowhere")]
    public void A_link_that_leads_to_nothing_is_its_text_and_a_warning(string href)
    {
        var book = Book($"<p>a <a href=\"{href}\">t</a></p>");

        Assert.Contains("a t\n", book.Body("01-a.md"), StringComparison.Ordinal);
        Assert.Contains(book.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.BookLinkDead);
    }

    [Fact]
    public void A_link_to_a_place_that_a_chapter_does_not_have_leads_to_the_chapter()
    {
        var book = Book("<p><a href=\"sub/b.xhtml#no\">t</a></p>");

        Assert.Contains("[t](02-b.md)", book.Body("01-a.md"), StringComparison.Ordinal);
        Assert.Contains(book.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.BookLinkDead);
    }

    [Fact]
    public void Ids_are_written_only_where_something_leads_to_them()
    {
        var book = new BookFile().Chapter("a.xhtml", "<p id=\"no\">one</p><ul><li id=\"yes\">two</li></ul><table><tr id=\"row\"><td>1</td><td>2</td></tr></table><p><a href=\"#yes\">y</a> <a href=\"#row\">r</a></p>")
            .Nav("<li><a href=\"a.xhtml\">A</a></li>").Read();

        Assert.Equal("# A\n\none\n\n- <a id=\"yes\"></a>two\n\n| | |\n| --- | --- |\n| <a id=\"row\"></a>1 | 2 |\n\n[y](#yes) [r](#row)\n", book.Body("01-a.md"));
    }

    [Theory]
    [InlineData("<p><svg id=\"x\"><text>s</text></svg> <a href=\"#x\">t</a></p>")]
    [InlineData("<pre>a <span id=\"x\">b</span></pre><p><a href=\"#x\">t</a></p>")]
    [InlineData("<p><ruby>a<rt id=\"x\">b</rt></ruby> <a href=\"#x\">t</a></p>")]
    [InlineData("<p><a href=\"#x\">t</a></p><hr id=\"x\"/>")]
    [InlineData("<p><a href=\"#x\">t</a></p><p id=\"x\"></p>")]
    [InlineData("<h1><a id=\"x\"/><img src=\"no\"/></h1><p><a href=\"#x\">t</a></p>")]
    [InlineData("<p><a name=\"x\">n</a> <a href=\"#x\">t</a></p>")]
    [InlineData("<div><div id=\"x\"><span epub:type=\"pagebreak\" title=\"3\"/></div></div><p><a href=\"#x\">t</a></p>")]
    public void Wherever_an_id_is_there_is_its_place(string body)
    {
        var text = Book(body).Body("01-a.md");

        Assert.Contains("[t](#x)", text, StringComparison.Ordinal);
        Assert.Contains("<a id=\"x\"></a>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_of_a_document_may_be_led_to()
    {
        var book = new BookFile().Document("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body id='top'><p>a</p></body></html>").Nav("<li><a href=\"a.xhtml#top\">A</a></li>").Read();

        Assert.Contains("<a id=\"top\"></a>a", book.Body("01-a.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_image_is_its_description_and_a_warning()
    {
        var book = Book("<img src=\"no.png\" alt=\"Words\"/>");

        Assert.Contains("Words", book.Body("01-a.md"), StringComparison.Ordinal);
        Assert.Contains(book.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.BookPartLost);
    }

    [Fact]
    public void Recordings_are_taken_out_of_the_book_and_linked_to()
    {
        var book = new BookFile().Listed("s.mp3", [1], "audio/mpeg").Chapter("a.xhtml", "<audio src=\"s.mp3\">no</audio>").Nav("<li><a href=\"a.xhtml\">A</a></li>").Read();

        Assert.Equal(["media/s.mp3"], book.Assets);
        Assert.Contains("[s.mp3](media/s.mp3)", book.Body("01-a.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_links_to_nothing_are_a_hundred_warnings_and_a_count()
    {
        var book = Book(string.Concat(Enumerable.Range(0, 5000).Select(static i => $"<a href=\"#no{i}\">t</a> ")));

        Assert.Equal(101, book.Diagnostics.Count(static diagnostic => diagnostic.Code == DiagnosticCodes.BookLinkDead));
        Assert.Contains(book.Diagnostics, static diagnostic => diagnostic.Message.StartsWith("There are 4900 more", StringComparison.Ordinal));
    }

    private static ReadBook Book(string body)
        => new BookFile().Chapter("a.xhtml", body).Chapter("sub/b.xhtml", "<p id=\"p\">b</p>").Nav(Contents).Read(BookLayout.Chapters);
}
