using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

/// <summary>What a document says and nothing shows is told of, with its place.</summary>
public class UnshownTests
{
    [Theory]
    [InlineData("a[^1]\n\n[^1]: b\n\n[^2]: c", 5, 1)]
    [InlineData("a[^1]\n\n[^1]: b\n\n- [^1]: c", 5, 3)]
    [InlineData("---\na: b\n---\n[^1]: c", 4, 1)]
    [InlineData("a|b\n-|-\n1|2|3|4\n5|6", 3, 4)]
    [InlineData("> |a|\n> |-|\n> |1|*2*|", 3, 5)]
    public void A_footnote_without_references_and_a_cell_without_column_are_told_of(string text, int line, int column)
    {
        Assert.Equal((line, column), Place(Converting.Document(text)));
        Assert.Equal((line, column), Place(Mdx(text)));
    }

    [Theory]
    [InlineData("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c")]
    [InlineData("a|b\n-|-\n1|2||\n3|\n4|5|")]
    [InlineData("a|b\n-|-\n1 \\| 2|3")]
    public void What_is_shown_is_not_told_of(string text)
    {
        Assert.Empty(Converting.Document(text).Diagnostics);
        Assert.Empty(Mdx(text).Diagnostics);
    }

    [Fact]
    public void CommonMark_has_neither()
        => Assert.Empty(Converting.Document("[^1]: b\n\na|b\n-|-\n1|2|3", MarkdownFlavor.CommonMark).Diagnostics);

    private static ConvertedDocument Mdx(string text)
        => new MdxConverter(new()).Convert(SourceText.FromString(text, DocumentFormat.Mdx), SameLinks.Instance, TextWriter.Null, TestContext.Current.CancellationToken);

    private static (int, int) Place(ConvertedDocument document)
    {
        var warning = Assert.Single(document.Diagnostics);
        Assert.Equal((DiagnosticCodes.NotShown, DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
        return (warning.Line, warning.Column);
    }
}
