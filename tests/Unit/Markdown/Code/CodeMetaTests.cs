using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx.Html;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown.Code;

public class CodeMetaTests
{
    [Theory]
    [InlineData("js", "class=\"language-js\"")]
    [InlineData("js title=\"src/a b.js\" {1,3-5} showLineNumbers", "class=\"language-js\" data-title=\"src/a b.js\" data-lines=\"1,3-5\" data-meta=\"showLineNumbers\"")]
    [InlineData("js filename='a.js'", "class=\"language-js\" data-title=\"a.js\"")]
    [InlineData("js{1, 3}", "class=\"language-js\" data-lines=\"1,3\"")]
    [InlineData("ts:line-numbers {1} [a.ts]", "class=\"language-ts\" data-title=\"a.ts\" data-lines=\"1\" data-meta=\"line-numbers\"")]
    [InlineData("js /word/ ins={2}", "class=\"language-js\" data-lines=\"2\" data-meta=\"/word/ ins=\"")]
    [InlineData("js a&b<c>", "class=\"language-js\" data-meta=\"a&amp;b&lt;c&gt;\"")]
    public void What_follows_the_language_is_kept_as_attributes(string info, string attributes)
    {
        var text = $"```{info}\nx\n```\n";

        Assert.Contains($"<code {attributes}>", Markdown(text, keepsMeta: true), StringComparison.Ordinal);
        Assert.Contains($"<code {attributes}>", Mdx(text, keepsMeta: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("js {", "1")]
    [InlineData("js ", "{1")]
    [InlineData("js ", " [a")]
    [InlineData("js ", "title='a")]
    public void An_info_string_made_to_be_slow_is_read_once(string begin, string piece)
        => Assert.Contains("<code class=\"language-js\"", Markdown($"```{begin}{string.Concat(Enumerable.Repeat(piece, 100_000))}\nx\n```\n", keepsMeta: true), StringComparison.Ordinal);

    [Fact]
    public void By_default_it_is_dropped_as_on_GitHub()
    {
        Assert.Contains("<code class=\"language-js\">", Markdown("```js title=\"a\"\nx\n```\n", keepsMeta: false), StringComparison.Ordinal);
        Assert.Contains("<code class=\"language-js\">", Mdx("```js title=\"a\"\nx\n```\n", keepsMeta: false), StringComparison.Ordinal);
    }

    private static string Markdown(string text, bool keepsMeta) => Converting.Html(new MarkdownOptions { Code = new() { KeepsMeta = keepsMeta } }, text);

    private static string Mdx(string text, bool keepsMeta)
    {
        using var output = new StringWriter();
        new MdxHtmlConverter(new() { Code = new() { KeepsMeta = keepsMeta } }).Convert(SourceText.FromString(text, DocumentFormat.Mdx), SameLinks.Instance, output);
        return output.ToString();
    }
}
