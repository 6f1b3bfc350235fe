using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx.Html;
using FastMd.Tests.Unit.Mdx.Program;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>What nests deeply is converted, and what nests deeper is refused with its place.</summary>
public class NestingTests
{
    /// <summary>Half of the smallest stack a thread has by default, in bytes.</summary>
    private const int SmallStack = 512 * 1024;

    private static readonly string Quotes = string.Concat(Enumerable.Repeat("> ", 1_000)) + "a\n";
    private static readonly string Lists = string.Concat(Enumerable.Range(0, 300).Select(level => $"{new string(' ', 2 * level)}- a\n"));
    private static readonly string Emphasis = string.Concat(Enumerable.Repeat("*a _b ", 400)) + "x" + string.Concat(Enumerable.Repeat("_*", 400));

    [Fact]
    public void A_thousand_quotes_are_written_on_a_small_stack()
        => Assert.Equal(1_000, Count("<blockquote>", OnSmallStack(() => Converting.Gfm(Quotes))));

    [Fact]
    public void Three_hundred_lists_are_written_on_a_small_stack()
        => Assert.Equal(300, Count("<ul>", OnSmallStack(() => Converting.Gfm(Lists))));

    [Fact]
    public void Emphasis_in_emphasis_is_written_on_a_small_stack()
        => Assert.Equal(800, Count("<em>", OnSmallStack(() => Converting.Gfm(Emphasis))));

    [Fact]
    public void MDX_that_nests_as_deeply_is_written()
    {
        Assert.Equal(1_000, Count("_components.blockquote, ", Compiled.Program(Quotes)));
        Assert.Equal(300, Count("_components.ul, ", Compiled.Program(Lists)));
    }

    [Fact]
    public void MDX_that_nests_as_deeply_becomes_HTML()
    {
        using var output = new StringWriter();
        new MdxHtmlConverter(new()).Convert(SourceText.FromString(Quotes, DocumentFormat.Mdx), SameLinks.Instance, output, TestContext.Current.CancellationToken);

        Assert.Equal(1_000, Count("<blockquote>", output.ToString()));
    }

    [Theory]
    [InlineData("text\n\n", 3)]
    [InlineData("---\na: b\n---\n\n", 5)]
    public void A_document_that_nests_too_deeply_is_refused_with_its_line(string before, int line)
    {
        var text = before + string.Concat(Enumerable.Repeat("> ", 2 * Nesting.Deepest)) + "a\n";

        Assert.Equal(line, Refusal(() => Converting.Gfm(text)).Line);
        Assert.Equal(line, Refusal(() => Compiled.Program(text)).Line);
    }

    [Fact]
    public void Emphasis_that_nests_too_deeply_is_refused_with_its_line()
        => Assert.Equal(3, Refusal(() => Converting.Gfm("a\n\n" + string.Concat(Enumerable.Repeat("*a _b ", 2_000)) + string.Concat(Enumerable.Repeat("_*", 2_000)))).Line);

    private static Diagnostic Refusal(Func<string> convert)
    {
        var refusal = Assert.Throws<DocumentException>(convert).Diagnostic;
        Assert.Equal(DiagnosticCodes.NestingTooDeep, refusal.Code);
        return refusal;
    }

    private static int Count(string part, string text) => text.Split(part).Length - 1;

    private static string OnSmallStack(Func<string> convert)
    {
        var made = "";
        var thread = new Thread(() => made = convert(), SmallStack);
        thread.Start();
        thread.Join();
        return made;
    }
}
