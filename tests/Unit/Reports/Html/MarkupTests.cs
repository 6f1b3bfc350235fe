using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FastMd.Engine.Reports.Html;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports.Html;

public sealed class MarkupTests
{
    [Fact]
    public void Any_text_stays_in_its_place()
        => Property.Holds(Property.TextOf("<", ">", "\"", "'", "&", "&amp;", "</b>", "<!--", "]]>", "x", " ", "\n", "=", "/", "😀"), text =>
        {
            var element = Render(text);
            return element.TextContent == text && element.GetAttribute("title") == text && element.Attributes.Length == 1;
        });

    [Fact]
    public void No_text_at_all_ends_its_place_or_hides()
        => Property.Holds(Property.AnyText, text =>
        {
            var element = Render(text);
            return element.Children.Length == 0
                && element.Attributes.Length == 1
                && element.GetAttribute("title") == element.TextContent
                && !element.TextContent.Any(unit => (char.IsControl(unit) && unit is not ('\n' or '\t')) || unit is '\u202E' or '\u2066' or '\u200F');
        });

    [Theory]
    [InlineData("\0", @"\u0000")]
    [InlineData("a\u202Eb", @"a\u202Eb")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    [InlineData("\u2067نص\u2069", @"\u2067نص\u2069")]
    [InlineData("e\u0301 \u200D", "e\u0301 \u200D")]
    public void What_cannot_be_seen_is_spelled_out(string text, string shown) => Assert.Equal(shown, Render(text).TextContent);

    [Theory]
    [InlineData(1.0 / 3, "33.33%")]
    [InlineData(0, "0%")]
    [InlineData(1, "100%")]
    public void Shares_are_lengths(double share, string length) => Assert.Equal(length, Markup.Percent(share));

    private static IElement Render(string text)
    {
        using var output = new StringWriter();
        new Markup(output).Element("b", text, ("title", text));
        return new HtmlParser().ParseDocument(output.ToString()).Body!.Children.Single();
    }
}
