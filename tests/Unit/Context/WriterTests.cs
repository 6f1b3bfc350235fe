using FastMd.Engine.Configuration;
using FastMd.Engine.Context;
using FastMd.Engine.Context.Checking;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Context;

/// <summary>Markdown that is written anew means what it did, and writing it once more changes nothing.</summary>
public sealed class WriterTests
{
    private static readonly MarkdownConverter Converter = new(new(MarkdownFlavor.Gfm, Extensions: Formatter.Extensions));

    [Theory]
    [InlineData("commonmark.txt")]
    [InlineData("gfm.txt")]
    [InlineData("gfm-extensions.txt")]
    public void All_examples_of_the_specifications_keep_their_HTML(string specification)
        => Assert.All(SpecExample.ReadAll(specification), example => Assert.Equal(HtmlOf(example.Markdown), HtmlOf(Written(example.Markdown))));

    [Theory]
    [InlineData("commonmark.txt")]
    [InlineData("gfm.txt")]
    [InlineData("gfm-extensions.txt")]
    public void To_write_an_example_again_changes_nothing(string specification)
        => Assert.All(SpecExample.ReadAll(specification), example => Assert.Equal(Written(example.Markdown), Written(Written(example.Markdown))));

    [Fact]
    public void The_documentation_keeps_its_HTML_and_is_written_alike_again()
        => Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "README.md")), path =>
        {
            var text = File.ReadAllText(path);
            Assert.Equal(HtmlOf(text), HtmlOf(Written(text)));
            Assert.Equal(Written(text), Written(Written(text)));
        });

    [Fact]
    public void Two_examples_one_after_the_other_keep_their_HTML()
    {
        var examples = SpecExample.ReadAll("gfm.txt");
        var differing = Enumerable.Range(0, 2000)
            .Select(i => examples[i * 31 % examples.Count].Markdown + "\n\n" + examples[i * 17 % examples.Count].Markdown)
            .Where(text => HtmlOf(text) != HtmlOf(Written(text)))
            .ToList();

        // 99.5 % without falling back is what is promised; these are all.
        Assert.Empty(differing);
    }

    [Theory]
    [InlineData("* a\n+ b", "- a\n\n* b\n")]
    [InlineData("- a\n\n<!-- -->\n\n- b", "- a\n\n* b\n")]
    [InlineData("1) a\n2) b", "1. a\n2. b\n")]
    [InlineData("Setext\n===\n\nNext\n---", "# Setext\n\n## Next\n")]
    [InlineData("~~~js\na\n~~~", "```js\na\n```\n")]
    [InlineData("    indented", "```\nindented\n```\n")]
    [InlineData("_a_ __b__ *c* **d**", "*a* **b** *c* **d**\n")]
    [InlineData("a\n\n***", "a\n\n---\n")]
    [InlineData("a  \nb", "a\\\nb\n")]
    [InlineData("| a |\n|--|\n| b\\|c |", "| a |\n| --- |\n| b\\|c |\n")]
    [InlineData("- [x] done\n- [ ] open", "- [x] done\n- [ ] open\n")]
    [InlineData("> quote\nlazy", "> quote\n> lazy\n")]
    [InlineData("- - nested", "- - nested\n")]
    [InlineData("- * * *", "- ***\n")]
    [InlineData("---\n", "***\n")]
    [InlineData(":::tip[Title]\nText\n:::", ":::tip[Title]\n\nText\n\n:::\n")]
    [InlineData("!!! note \"Title\"\n    Text", "!!! note \"Title\"\n\n    Text\n")]
    public void Each_construct_has_one_style(string text, string expected)
        => Assert.Equal(expected, text.Contains("<!--", StringComparison.Ordinal) ? ContextTree.Of(text) : Written(text));

    [Theory]
    [InlineData("\\*a\\*")]
    [InlineData("a \\` b")]
    [InlineData("1\\. a")]
    [InlineData("\\# a")]
    [InlineData("\\+ a")]
    [InlineData("\\> a")]
    [InlineData("\\[a](b)")]
    [InlineData("&amp;copy;")]
    [InlineData("a\\\n\\---")]
    [InlineData("\\<b>")]
    [InlineData("foo\\\n\\===")]
    [InlineData("a\n\\|-|-|")]
    [InlineData("- \\[ ] a")]
    [InlineData("> \\[!NOTE]\n> a")]
    [InlineData("\\$a\\$ and \\~\\~b\\~\\~")]
    [InlineData("# a \\#")]
    [InlineData("<b>*a*b</b>**\"x\"**y")]
    [InlineData("www\\.example.com http\\://example.com")]
    public void What_the_author_escaped_stays_text(string text)
    {
        Assert.Equal(HtmlOf(text), HtmlOf(Written(text)));
        Assert.Equal(Written(text), Written(Written(text)));
    }

    [Fact]
    public void Any_text_of_markup_keeps_its_HTML_or_stays_as_it_is_written()
        => Property.Holds(
            Property.TextOf("a", " ", "\n", "\n\n", "*", "**", "_", "`", "~", "[", "](", ")", "<", ">", "&", "#", "# ", "- ", "1. ", "    ", "|", "\\", "!", "x.y", "---", "```", "> ", "é", "<b>", "&#32;", "$", ":::"),
            text =>
            {
                var formatted = Formatter.Format(SourceText.FromString(text), SameLinks.Instance, [], default).Text;
                return HtmlOf(formatted) == HtmlOf(text);
            },
            tries: 2000);

    private static string Written(string text) => Formatter.Format(text, TestContext.Current.CancellationToken);

    private static string HtmlOf(string text)
    {
        using var html = new StringWriter();
        Converter.Convert(SourceText.FromString(text), SameLinks.Instance, html, TestContext.Current.CancellationToken);
        return HtmlMeaning.Of(html.ToString());
    }
}
