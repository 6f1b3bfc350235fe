using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.Markdown.Authoring;

public class EmojiTests
{
    [Theory]
    [InlineData(":rocket:", "🚀")]
    [InlineData(":+1: a:smile:b", "👍 a😄b")]
    [InlineData("`:rocket:` :rocket", "<code>:rocket:</code> :rocket")]
    [InlineData("10:30:15 :nope: ::", "10:30:15 :nope: ::")]
    [InlineData("https://a.b/:rocket: c", "<a href=\"https://a.b/:rocket\">https://a.b/:rocket</a>: c")]
    public void Shortcodes_become_emoji(string markdown, string html)
    {
        var (ofMarkdown, ofMdx) = Extended.Both(markdown, SyntaxExtensions.Emoji);

        Assert.Equal($"<p>{html}</p>", ofMarkdown.TrimEnd());
        Assert.Equal(ofMarkdown, ofMdx);
    }

    [Fact]
    public void Ids_of_headings_are_made_of_shortcodes_and_their_text_of_emoji()
    {
        var converted = new MarkdownConverter(new(Extensions: SyntaxExtensions.Emoji))
            .Convert(SourceText.FromString("# :rocket: Go"), SameLinks.Instance, TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.Equal(new Heading(1, "🚀 Go", "rocket-go"), Assert.Single(converted.Headings));
    }

    [Fact]
    public void Without_the_extension_they_are_text() => Assert.Equal("<p>:rocket:</p>\n", Extended.Html(":rocket:", SyntaxExtensions.None));
}
