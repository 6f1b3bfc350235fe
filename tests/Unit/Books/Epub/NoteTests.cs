using FastMd.Engine.Configuration;

namespace FastMd.Tests.Unit.Books.Epub;

/// <summary>Notes become footnotes of Markdown, whatever their markup says they are.</summary>
public sealed class NoteTests
{
    private const string Contents = "<li><a href=\"a.xhtml\">A</a></li>";

    [Theory]
    [InlineData("<p>x<a epub:type=\"noteref\" href=\"#n\">1</a></p><aside epub:type=\"footnote\" id=\"n\"><p>Note <i>one</i>.</p></aside>", "x[^1]\n\n[^1]: Note *one*.\n")]
    [InlineData("<p>x<sup><a role=\"doc-noteref\" href=\"#n\">12</a></sup></p><div role=\"doc-footnote\" id=\"n\"><p>12. A</p><p>B</p></div>", "x[^12]\n\n[^12]: A\n\n    B\n")]
    [InlineData("<p>x<a id=\"r\" href=\"#n\"><sup>1</sup></a></p><p><a id=\"n\" href=\"#r\">1</a>. Note</p>", "x[^1]\n\n[^1]: Note\n")]
    [InlineData("<p>x<sup id=\"r\"><a href=\"#n\">[1]</a></sup></p><p id=\"n\"><a href=\"#r\">[1]</a> Note</p>", "x[^1]\n\n[^1]: Note\n")]
    [InlineData("<p>x<a id=\"r\" href=\"#n\">*</a></p><ol><li id=\"n\"><p>Note <a href=\"#r\">↩</a></p></li></ol>", "x[^1]\n\n[^1]: Note\n")]
    [InlineData("<p>x<a id=\"r\" href=\"#n\">1</a></p><dl><dt id=\"n\"><a href=\"#r\">1</a></dt><dd>Note</dd></dl>", "x[^1]\n\n[^1]: Note\n")]
    [InlineData("<p>x <a epub:type=\"noteref\" href=\"#n\">see the note</a></p><p id=\"n\">Note</p>", "x see the note[^1]\n\n[^1]: Note\n")]
    public void A_note_of_any_shape_is_a_footnote(string body, string markdown)
        => Assert.Equal("# A\n\n" + markdown, new BookFile().Chapter("a.xhtml", body).Nav(Contents).Read().Body("01-a.md"));

    [Theory]
    [InlineData("<p><a id=\"t\" href=\"#c\">1</a></p><h2 id=\"c\"><a href=\"#t\">One</a></h2><p>text</p>")]
    [InlineData("<p>see <a href=\"#c\">2</a></p><p id=\"c\">Just a paragraph.</p>")]
    [InlineData("<p id=\"r\">see <a href=\"#c\">that</a></p><p id=\"c\"><a href=\"#r\">up</a> Not a note.</p>")]
    public void What_only_looks_like_a_note_is_none(string body)
        => Assert.DoesNotContain("[^", new BookFile().Chapter("a.xhtml", body).Nav(Contents).Read().All, StringComparison.Ordinal);

    [Fact]
    public void A_note_in_another_file_moves_to_where_it_is_referred_to_and_the_rest_of_the_file_stays()
    {
        var book = new BookFile().Chapter("a.xhtml", "<p>x<a id=\"r\" href=\"n.xhtml#n1\"><sup>1</sup></a></p>")
            .Chapter("n.xhtml", "<h1>Notes</h1><ol><li id=\"n1\">One <a href=\"a.xhtml#r\">↩</a></li><li id=\"n2\">Two, of nobody.</li></ol><p>See <a href=\"#n1\">the first note</a>.</p>")
            .Nav(Contents + "<li><a href=\"n.xhtml\">Notes</a></li>").Read();

        Assert.Equal("# A\n\nx[^1]\n\n[^1]: <a id=\"n1\"></a>One\n", book.Body("01-a.md"));
        Assert.Equal("# Notes\n\n2. Two, of nobody.\n\nSee [the first note](01-a.md#n1).\n", book.Body("02-notes.md"));
    }

    [Fact]
    public void A_note_that_two_chapters_refer_to_is_in_both()
    {
        var made = new BookFile().Chapter("a.xhtml", "<p>x<a epub:type=\"noteref\" href=\"n.xhtml#n\">1</a></p>").Chapter("b.xhtml", "<p>y<a epub:type=\"noteref\" href=\"n.xhtml#n\">1</a></p>")
            .Chapter("n.xhtml", "<aside epub:type=\"endnote\" id=\"n\">Note</aside>").Nav(Contents);

        Assert.Equal(2, made.Read().All.Split("[^1]: Note").Length - 1);
        Assert.Equal(1, made.Read(BookLayout.Single).All.Split("[^1]: Note").Length - 1);
    }

    [Fact]
    public void In_one_document_every_note_has_a_label_of_its_own()
    {
        var book = new BookFile().Chapter("a.xhtml", Note).Chapter("b.xhtml", Note).Nav(Contents).Read(BookLayout.Single);

        Assert.Contains("[^1]: Note", book.Body(book.Names[0]), StringComparison.Ordinal);
        Assert.Contains("[^2]: Note", book.Body(book.Names[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_may_refer_to_another()
    {
        var book = new BookFile().Chapter("a.xhtml", "<p>x<a epub:type=\"noteref\" href=\"#n\">1</a></p><aside epub:type=\"footnote\" id=\"n\">One<a epub:type=\"noteref\" href=\"#m\">2</a></aside><aside epub:type=\"footnote\" id=\"m\">Two</aside>").Nav(Contents).Read();

        Assert.Equal("# A\n\nx[^1]\n\n[^1]: One[^2]\n\n[^2]: Two\n", book.Body("01-a.md"));
    }

    [Fact]
    public void A_note_whose_mark_cannot_be_kept_keeps_its_words()
    {
        var book = new BookFile().Chapter("a.xhtml", "<script><a epub:type=\"noteref\" href=\"#n\">1</a></script><aside epub:type=\"footnote\" id=\"n\">Words</aside>").Nav(Contents).Read();

        Assert.Contains("Words", book.Body("01-a.md"), StringComparison.Ordinal);
    }

    private const string Note = "<p>x<a epub:type=\"noteref\" href=\"#n\">1</a></p><aside epub:type=\"footnote\" id=\"n\">Note</aside>";
}
