using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx;
using FastMd.Engine.Mdx.Html;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>A document that is given up has to leave its thread: whatever it is made of, it is noticed on the way.</summary>
public class CancellationTests
{
    private const int Length = 100_000;

    public static TheoryData<string> Pieces =>
    [
        "word ", "a\n", "a\n\n", "- a\n", "> a\n", "# a\n", "a\n=\n", "*a* ", "_a ", "[a](b) ", "[a", "`a` ", "<b> ", "&lt; ", "www.a.b ",
        "```\na\n```\n", "    a\n", "[a]: b\n", "a@b.c ", "~a~ ", "![a](b) ",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void It_is_noticed_in_Markdown(string piece)
    {
        Assert.True(IsNoticed(new MarkdownConverter(new(MarkdownFlavor.CommonMark)), piece, DocumentFormat.Markdown));
        Assert.True(IsNoticed(new MarkdownConverter(new(MarkdownFlavor.Gfm)), piece, DocumentFormat.Markdown));
        Assert.True(IsNoticed(new MdxConverter(new()), piece, DocumentFormat.Markdown));
    }

    [Theory]
    [InlineData("{a} ")]
    [InlineData("{a}\n\n")]
    [InlineData("<a/> ")]
    [InlineData("<A/>\n\n")]
    [InlineData("a|b\n-|-\nc|d\n\n")]
    [InlineData("export const a = 1\n\nb\n\n")]
    public void It_is_noticed_in_MDX(string piece)
    {
        Assert.True(IsNoticed(new MdxConverter(new()), piece, DocumentFormat.Mdx));
        Assert.True(IsNoticed(new MdxHtmlConverter(new()), piece, DocumentFormat.Mdx));
    }

    [Fact]
    public void A_row_that_a_document_is_given_up_in_is_not_read_to_its_end()
    {
        // What the first document of a process allocates is not this one's.
        new MarkdownConverter(new()).Convert(SourceText.FromString("| a |\n|---|\n| b |\n"), SameLinks.Instance, TextWriter.Null, TestContext.Current.CancellationToken);
        var source = SourceText.FromString("| a |\n|---|\n" + string.Concat(Enumerable.Repeat("| b |\n", Length)));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<OperationCanceledException>(
            () => new MarkdownConverter(new()).Convert(source, SameLinks.Instance, TextWriter.Null, new(canceled: true)));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Length);
    }

    private static bool IsNoticed(IDocumentConverter converter, string piece, DocumentFormat format)
    {
        var source = SourceText.FromString(string.Concat(Enumerable.Repeat(piece, Length / piece.Length)), format);
        try
        {
            converter.Convert(source, SameLinks.Instance, TextWriter.Null, new(canceled: true));
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
