using System.Text.RegularExpressions;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown.Definitions;

public class ReferenceBudgetTests
{
    private static readonly string Long = new('u', 40_000);

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var converter in Converters.Keys)
            {
                foreach (var definition in (string[])["[a]: https://{0}", "[a]: {0}.md", "[a]: b \"{0}\"", "[A]: b\n'{0}'"])
                {
                    cases.Add(converter, definition);
                }
            }

            return cases;
        }
    }

    private static Dictionary<string, IDocumentConverter> Converters { get; } = new()
    {
        ["commonmark"] = new MarkdownConverter(new(MarkdownFlavor.CommonMark)),
        ["gfm"] = new MarkdownConverter(new(MarkdownFlavor.Gfm)),
        ["mdx"] = new MdxConverter(new() { Format = MdxFormat.Mdx }),
        ["md to mdx"] = new MdxConverter(new() { Format = MdxFormat.Md }),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void References_add_a_hundred_thousand_characters_to_a_document_shorter_than_that(string converter, string definition)
        => Assert.Equal(2, LinksIn(converter, definition.Replace("{0}", Long, StringComparison.Ordinal) + "\n\n" + Times("[a] ", 50)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void References_add_to_a_longer_document_no_more_than_it_has(string converter, string definition)
        => Assert.Equal(5, LinksIn(converter, definition.Replace("{0}", Long, StringComparison.Ordinal) + "\n\n" + Times("[a] ", 42_000)));

    [Fact]
    public void What_exceeds_it_is_text()
        => Assert.EndsWith("</a> [a] [b][a] [a][]</p>\n", Converting.Gfm($"[a]: {Long}\n\n[a] [a] [a] [b][a] [a][]"), StringComparison.Ordinal);

    [Fact]
    public void Short_addresses_are_referred_to_as_often_as_one_likes()
        => Assert.Equal(30_000, LinksIn("gfm", "[a]: b\n\n" + Times("[a] ", 30_000)));

    private static int LinksIn(string converter, string document)
    {
        using var output = new StringWriter();
        Converters[converter].Convert(SourceText.FromString(document), SameLinks.Instance, output);
        return Regex.Count(output.ToString(), "href[=:]");
    }

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
