using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.Markdown;

public class BracketParserTests
{
    [Theory]
    [InlineData("(", ")")]
    [InlineData("\\((", ")")]
    public void Parentheses_in_an_address_nest_32_deep(string open, string close)
        => Assert.StartsWith("<p><a href=", Html(Link(open, close, 32)), StringComparison.Ordinal);

    [Fact]
    public void Deeper_ones_make_no_address() => Assert.StartsWith("<p>[a](((", Html(Link("(", ")", 33)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[a]")]
    [InlineData("![a]")]
    public void A_text_before_one_that_is_too_deep_may_still_be_a_reference(string text)
    {
        var html = Html(text + Link("(", ")", 33)[3..] + "\n\n[a]: b");

        Assert.Contains("=\"b\"", html, StringComparison.Ordinal);
        Assert.Contains("(((((", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](<{0}>)")]
    [InlineData("[a](b \"{0}\")")]
    public void Addresses_in_angle_brackets_and_titles_have_as_many_as_they_like(string link)
        => Assert.StartsWith("<p><a href=", Html(link.Replace("{0}", new string('(', 40), StringComparison.Ordinal)), StringComparison.Ordinal);

    private static string Link(string open, string close, int depth)
        => $"[a]({string.Concat(Enumerable.Repeat(open, depth))}b{string.Concat(Enumerable.Repeat(close, depth))})";

    private static string Html(string markdown)
    {
        using var output = new StringWriter();
        new MarkdownConverter(new(MarkdownFlavor.CommonMark)).Convert(SourceText.FromString(markdown), SameLinks.Instance, output);
        return output.ToString();
    }
}
