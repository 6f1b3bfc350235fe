using System.Text;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Books.Epub;

/// <summary>What a book is made of: its order of reading, its table of contents, and what it says of itself.</summary>
public sealed class StructureTests
{
    [Fact]
    public void A_book_is_an_index_and_a_document_for_each_chapter()
    {
        var book = new BookFile().Chapter("a.xhtml", "<h2>Alpha</h2><p>one</p>").Chapter("b.xhtml", "<p>two</p>")
            .Nav("<li><a href=\"a.xhtml\">Alpha</a><ol><li><a href=\"a.xhtml#x\">Missing</a></li></ol></li><li><a href=\"b.xhtml\">Beta: the 2nd</a></li>").Read();

        Assert.Equal(["index.md", "01-alpha.md", "02-beta-the-2nd.md"], book.Names);
        Assert.Equal("---\ntitle: \"Alpha\"\n---\n\n# Alpha\n\none\n", book.Text("01-alpha.md"));
        Assert.Equal("# Beta: the 2nd\n\ntwo\n", book.Body("02-beta-the-2nd.md"));
        Assert.Equal("# The Book\n\nAnn Author\n\n## Contents\n\n- [Alpha](01-alpha.md)\n  - [Missing](01-alpha.md)\n- [Beta: the 2nd](02-beta-the-2nd.md)\n", book.Body("index.md"));
    }

    [Fact]
    public void Metadata_is_front_matter()
    {
        var made = new BookFile().Chapter("a.xhtml", "<p>a</p>");
        made.Metadata = """
            <dc:title id="t">Main "Title"</dc:title><dc:title id="s">Sub</dc:title><meta refines="#t" property="title-type">main</meta><meta refines="#s" property="title-type">subtitle</meta>
            <dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:contributor>C</dc:contributor><dc:language>fr</dc:language><dc:publisher>P: Q</dc:publisher><dc:date>2001</dc:date>
            <dc:identifier>no</dc:identifier><dc:identifier id="id">urn:x</dc:identifier><dc:description>&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;</dc:description>
            <dc:subject>S1</dc:subject><dc:subject>S2</dc:subject><dc:rights>R</dc:rights><meta property="belongs-to-collection" id="c">Saga</meta><meta refines="#c" property="group-position">3</meta>
            """;

        Assert.StartsWith(
            "---\ntitle: \"Main \\\"Title\\\": Sub\"\nauthors:\n  - \"A\"\n  - \"B\"\ncontributors:\n  - \"C\"\nlanguage: \"fr\"\npublisher: \"P: Q\"\ndate: \"2001\"\nidentifier: \"urn:x\"\ndescription: \"One two\"\nsubjects:\n  - \"S1\"\n  - \"S2\"\nrights: \"R\"\nseries: \"Saga\"\nseries_index: \"3\"\n---\n",
            made.Read().Text("index.md"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Series_are_found_where_Calibre_writes_them()
    {
        var made = new BookFile().Chapter("a.xhtml", "<p>a</p>");
        made.Metadata += "<meta name=\"calibre:series\" content=\"Saga\"/><meta name=\"calibre:series_index\" content=\"2.0\"/>";

        Assert.Contains("series: \"Saga\"\nseries_index: \"2.0\"\n", made.Read().Text("index.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_contents_of_EPUB_2_are_read()
    {
        var made = new BookFile().Chapter("a.xhtml", "<p>a</p>").Listed("toc.ncx", Encoding.UTF8.GetBytes("""
            <?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://x"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
            <navPoint><navLabel><text>First</text></navLabel><content src="a.xhtml"/><navPoint><navLabel><text>Inner</text></navLabel><content src="a.xhtml#q"/></navPoint></navPoint></navMap></ncx>
            """), "application/x-dtbncx+xml");
        made.SpineAttributes = " toc=\"i2\"";
        var book = made.Read();

        Assert.Equal(["index.md", "01-first.md"], book.Names);
        Assert.Contains("- [First](01-first.md)\n  - [Inner]", book.Body("index.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<li>no <b>list")]
    public void Without_contents_chapters_are_called_after_headings_or_files(string nav)
    {
        var made = new BookFile().Chapter("a.xhtml", "<h3>The Heading</h3>").Chapter("some_file.xhtml", "<p>b</p>");
        var book = (nav.Length > 0 ? made.Nav(nav) : made).Read();

        Assert.Equal(["index.md", "01-the-heading.md", "02-t.md"], book.Names);
        Assert.Contains(book.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.BookContentsMissing);
        Assert.Contains("- [The Heading](01-the-heading.md)", book.Body("index.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_portable_and_at_most_sixty_letters_long()
    {
        var book = new BookFile().Chapter("a.xhtml", "<p>a</p>").Nav($"<li><a href=\"a.xhtml\">A/B\\C: “{new string('x', 100)}” Ünï 漢字?</a></li>").Read();

        Assert.Equal($"01-a-b-c-{new string('x', 54)}.md", book.Names[1]);
    }

    [Fact]
    public void All_that_is_in_the_order_of_reading_is_there()
    {
        var book = new BookFile().Chapter("a.xhtml", "<p>a</p>").Document("b.xhtml", Encoding.UTF8.GetBytes(BookFile.Page("<p>aside</p>")), " linear=\"no\"")
            .Chapter("c.xhtml", "<p>c</p>").Nav("<li><a href=\"a.xhtml\">A</a></li>").Read();

        Assert.Equal(4, book.Names.Count);
        Assert.Contains("aside\n", book.All, StringComparison.Ordinal);
        Assert.Contains("c\n", book.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_that_only_links_lead_to_follow_at_the_end()
    {
        var book = new BookFile().Chapter("a.xhtml", "<p><a href=\"pop.xhtml\">more</a></p>").Listed("pop.xhtml", Encoding.UTF8.GetBytes(BookFile.Page("<h1>Pop</h1>")), "application/xhtml+xml")
            .Nav("<li><a href=\"a.xhtml\">A</a></li>").Read();

        Assert.Equal(["index.md", "01-a.md", "02-pop.md"], book.Names);
        Assert.Contains("[more](02-pop.md)", book.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_in_the_order_of_reading_are_shown()
    {
        var book = new BookFile().Document("p.svg", "<svg/>"u8.ToArray(), type: "image/svg+xml").Document("x.foo", [1], type: "application/foo").Listed("y.xhtml", [], "application/x")
            .Nav("<li><a href=\"p.svg\">Plate</a></li>").Read();

        Assert.Equal("# Plate\n\n![Plate](images/p.svg)\n", book.Body("01-plate.md"));
        Assert.Contains("[x](files/x.foo)", book.All, StringComparison.Ordinal);
        Assert.Equal(["images/p.svg", "files/x.foo"], book.Assets);
    }

    [Fact]
    public void What_cannot_be_shown_gives_way_to_its_fallback()
    {
        var book = new BookFile().Listed("b.xhtml", Encoding.UTF8.GetBytes(BookFile.Page("<p>instead</p>")), "application/xhtml+xml").Listed("a.foo", [1], "application/foo", " fallback=\"i1\"")
            .Spine("<itemref idref=\"i2\"/>").Nav("<li><a href=\"b.xhtml\">B</a></li>").Read();

        Assert.Equal("# B\n\ninstead\n", book.Body("01-b.md"));
    }

    [Fact]
    public void A_missing_chapter_is_told_of_and_the_others_are_read()
    {
        var book = new BookFile { Extra = "" }.Chapter("a.xhtml", "<p>a</p>").Spine("<itemref idref=\"nothing\"/>").Nav("<li><a href=\"a.xhtml\">A</a></li>").Read();

        Assert.Equal(["index.md", "01-a.md"], book.Names);
        Assert.Contains(book.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.BookPartLost && diagnostic.Message.Contains("'nothing'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_cover_comes_first_among_the_images_each_once()
    {
        var book = new BookFile().Image("img/Front Page.PNG".Replace(' ', '_'), " properties=\"cover-image\"").Image("img/a.png").Image("other/A.png").Image("unused.png")
            .Chapter("a.xhtml", "<img src=\"img/a.png\" alt=\"x\"/><img src=\"other/A.png\"/><img src=\"img/a.png\"/>").Nav("<li><a href=\"a.xhtml\">A</a></li>").Read();

        Assert.Equal(["images/cover.png", "images/a.png", "images/a-2.png"], book.Assets);
        Assert.Contains("![Cover](images/cover.png)", book.Body("index.md"), StringComparison.Ordinal);
        Assert.Equal("# A\n\n![x](images/a.png)![](images/a-2.png)![](images/a.png)\n", book.Body("01-a.md"));
    }

    [Theory]
    [InlineData("<meta name=\"cover\" content=\"i1\"/>", "")]
    [InlineData("", "<guide><reference type=\"cover\" href=\"a.xhtml\"/></guide>")]
    public void The_cover_is_found_as_EPUB_2_says_it(string meta, string guide)
    {
        var made = new BookFile { Extra = guide }.Image("front.png").Chapter("a.xhtml", "<img src=\"front.png\"/>");
        made.Metadata += meta;

        Assert.Equal(["images/cover.png"], made.Read().Assets);
    }

    [Fact]
    public void The_package_is_found_where_nothing_says_where_it_is()
    {
        var bytes = BookFile.Zip(
        [
            ("x.opf", Encoding.UTF8.GetBytes("<package><manifest><item id='a' href='a.htm' media-type='text/html'/></manifest><spine><itemref idref='a'/></spine></package>")),
            ("a.htm", "<p>Hello<p>there"u8.ToArray()),
        ]);

        Assert.Contains("Hello\n\nthere", ReadBook.Of(bytes).All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_in_one_document_begins_with_what_it_is()
    {
        var book = new BookFile().Image("c.png", " properties=\"cover-image\"").Chapter("a.xhtml", "<h1 id=\"x\">A</h1><p><a href=\"b.xhtml#x\">to b</a> <a href=\"b.xhtml\">b</a></p>")
            .Chapter("b.xhtml", "<h1 id=\"x\">B</h1><h2>S</h2><p><a href=\"a.xhtml#x\">to a</a></p><img src=\"c.png\"/>").Nav("<li><a href=\"a.xhtml\">A</a></li><li><a href=\"b.xhtml\">B</a></li>").Read(BookLayout.Single);

        Assert.Equal(["01-a.md", "02-b.md"], book.Names);
        Assert.StartsWith("---\ntitle: \"The Book\"\nauthor: \"Ann Author\"\nlanguage: \"en\"\n---\n\n# The Book\n\nAnn Author\n\n![Cover](The%20Book/images/cover.png)\n\n## <a id=\"x-1\"></a>A\n\n[to b](#x) [b](#02-b)\n", book.Text("01-a.md"), StringComparison.Ordinal);
        Assert.Equal("## <a id=\"02-b\"></a><a id=\"x\"></a>B\n\n### S\n\n[to a](#x-1)\n\n![](The%20Book/images/cover.png)\n", book.Text("02-b.md"));
    }
}
