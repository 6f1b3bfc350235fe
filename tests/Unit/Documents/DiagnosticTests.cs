using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public class DiagnosticTests
{
    [Fact]
    public void A_diagnostic_with_a_place_names_line_and_column()
        => Assert.Equal(
            "docs/a.md(3,7): Something is wrong. [FM1001]",
            Diagnostic.Warning("FM1001", "Something is wrong.", 3, 7).Format("docs/a.md"));

    [Fact]
    public void A_diagnostic_about_the_whole_document_names_the_document_only()
        => Assert.Equal("docs/a.md: Something is wrong. [FM1001]", Diagnostic.Error("FM1001", "Something is wrong.").Format("docs/a.md"));

    [Fact]
    public void A_diagnostic_is_one_line_whatever_the_document_is_called()
        => Assert.Equal(
            @"a\u000ab.md(1,2): There is no 'c\u000dd'. [FM5001]",
            Diagnostic.Warning("FM5001", "There is no 'c\rd'.", 1, 2).Format("a\nb.md"));

    [Fact]
    public void An_exception_says_what_its_diagnostic_says()
    {
        var inner = new IOException("inner");

        var thrown = new DocumentException(Diagnostic.Error("FM3005", "Cannot."), inner, isTransient: true);

        Assert.Equal("Cannot.", thrown.Message);
        Assert.Same(inner, thrown.InnerException);
        Assert.True(thrown.IsTransient);
    }
}
