using System.Buffers;
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
    public void A_message_that_is_put_together_when_read_is_as_good_as_one_that_is_there()
    {
        var later = new Diagnostic(DiagnosticSeverity.Warning, "FM1001", new Later("Something is wrong."), 3, 7);
        var there = Diagnostic.Warning("FM1001", "Something is wrong.", 3, 7);

        Assert.Equal(there, later);
        Assert.Equal(there.GetHashCode(), later.GetHashCode());
        Assert.Equal(there.ToString(), later.ToString());
        Assert.Equal(there.Format("a.md"), later.Format("a.md"));
        Assert.Equal(there.Message, later.Message);
        Assert.Equal((Written(there), Written(later)), (there.Message, there.Message));
        Assert.NotEqual(there with { Message = "Another." }, later);
        Assert.Equal(there with { Message = "Another." }, later with { Message = "Another." });
        Assert.Equal(there with { Severity = DiagnosticSeverity.Error }, later with { Severity = DiagnosticSeverity.Error });
    }

    [Fact]
    public void Messages_read_on_one_thread_do_not_get_mixed_up_whatever_their_length()
    {
        var texts = new[] { "short", new string('l', 100_000), "", "shorter" };

        Assert.Equal(texts, texts.Select(text => new Diagnostic(DiagnosticSeverity.Warning, "FM1001", new Later(text), 1, 1).Message));
    }

    [Fact]
    public void An_exception_says_what_its_diagnostic_says()
    {
        var inner = new IOException("inner");

        var thrown = new DocumentException(Diagnostic.Error("FM3005", "Cannot."), inner, isTransient: true);

        Assert.Equal("Cannot.", thrown.Message);
        Assert.Same(inner, thrown.InnerException);
        Assert.True(thrown.IsTransient);
    }

    private static string Written(Diagnostic diagnostic)
    {
        var writer = new ArrayBufferWriter<char>();
        diagnostic.WriteMessage(writer);
        return writer.WrittenSpan.ToString();
    }

    private sealed class Later(string text) : IMessage
    {
        public void WriteTo(IBufferWriter<char> writer) => writer.Write(text);
    }
}
