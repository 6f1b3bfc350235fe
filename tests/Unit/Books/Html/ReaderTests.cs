using System.Text;
using FastMd.Engine.Books.Html;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Books.Html;

/// <summary>Documents are read whatever is wrong with them, in the encoding that they name.</summary>
public sealed class ReaderTests
{
    [Theory]
    [InlineData("<html><head><title/><script src='x'/></head><body><p>a<a id='x'/>b</p>")]
    [InlineData("<html><body><p>a<a id='x'></a>b</body></html>")]
    [InlineData("<p>a<br></br><![CDATA[b]]>")]
    [InlineData("<html><body epub:type='x'><p>a<b>b</p></b></body></html>")]
    [InlineData("<p>a<i class=x>b</i></p>")]
    public void What_is_not_well_formed_is_read_as_HTML(string text) => Assert.Equal("ab", string.Concat(MarkupReader.ReadXml(text).Text.Where(char.IsLetter)));

    [Fact]
    public void An_element_that_closes_itself_holds_nothing()
    {
        var root = MarkupReader.ReadXml("<body><p>a<a id='x'/>b &unknown; <p>c</body>");

        Assert.Empty(MarkupSearch.First(root, "a")!.Children);
    }

    [Theory]
    [InlineData("<p>&nbsp;&eacute;&mdash;&lt;&amp;&#65;&#x42;</p>", "\u00A0é—<&AB")]
    [InlineData("<!DOCTYPE html [<!ENTITY me \"<b>M</b>\"> <!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&me;&x;</p>", "M")]
    [InlineData("<p>AT&T &nothing; &</p>", "AT&T &nothing; &")]
    [InlineData("<?xml version='1.1'?><!-- a > --><p><![CDATA[<&amp;]]></p>", "<&amp;")]
    [InlineData("<p>&#0;&#x1F;x</p>", "&#0;\u001Fx")]
    public void Entities_stand_for_what_they_do(string document, string text) => Assert.Equal(text, MarkupReader.ReadXml(document).Text);

    [Fact]
    public void A_bomb_of_entities_is_refused()
    {
        var bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"" + new string('z', 1000) + "\">");
        for (var i = 1; i < 10; i++)
        {
            bomb.Append($"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">");
        }

        var thrown = Assert.Throws<DocumentException>(() => MarkupReader.ReadXml(bomb + "]><p>&a9;</p>"));
        Assert.Equal(DiagnosticCodes.BookOverLimit, thrown.Diagnostic.Code);
    }

    [Theory]
    [InlineData("utf-8", "<?xml version=\"1.0\"?><p>é</p>", "é")]
    [InlineData("iso-8859-1", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><p>é</p>", "é")]
    [InlineData("windows-1252", "<p>é€</p>", "é€")]
    [InlineData("shift_jis", "<?xml version='1.0' encoding='Shift_JIS'?><p>漢字</p>", "漢字")]
    [InlineData("windows-1251", "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"/></head><p>Да</p></html>", "Да")]
    [InlineData("utf-16", "<?xml version=\"1.0\" encoding=\"utf-16\"?><p>é</p>", "é")]
    [InlineData("utf-8", "<?xml version=\"1.0\" encoding=\"utf-16\"?><p>é</p>", "é")]
    public void Encodings_are_those_that_are_declared(string encoding, string document, string text)
        => Assert.Equal(text, MarkupReader.ReadXml(EncodingNames.Find(encoding)!.GetBytes(document)).Text);

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<div>", "")]
    [InlineData("<b>", "")]
    [InlineData("<ul><li>", "")]
    [InlineData("<table><tr><td>", "")]
    [InlineData("<p><i><a href='x'>", "")]
    [InlineData("<font color='1'><font color='2'><p>", "")]
    public void What_nests_a_hundred_thousand_deep_keeps_its_words(string open, string close)
    {
        var root = MarkupReader.ReadXml($"<body>{string.Concat(Enumerable.Repeat(open, 100_000))}word{string.Concat(Enumerable.Repeat(close, 100_000))}</body>");

        Assert.Contains("word", root.Text, StringComparison.Ordinal);
        Assert.True(MarkupSearch.All(root).Max(static node => MarkupSearch.Above(node).Count()) <= MarkupBuilder.Deepest + 1);
    }
}
