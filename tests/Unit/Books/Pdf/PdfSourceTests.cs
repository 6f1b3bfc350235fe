using FastMd.Engine.Books.Pdf;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Books.Pdf;

public class PdfSourceTests
{
    private const string Sentence = "This is a line of text that is as long as the lines of a page are";

    [Fact]
    public void Parts_are_ranges_of_pages_that_sort_by_name()
    {
        var source = new PdfSource(new() { PagesPerPart = 2 });
        var parts = source.PartsOf(PdfReading.FileOf(Pages(5)), TestContext.Current.CancellationToken);
        Assert.Equal(["pages-00001-00002.md", "pages-00003-00004.md", "pages-00005-00005.md"], parts.Select(part => part.Name));
        Assert.Equal(parts[0].Length, 2 * parts[2].Length);
        Assert.True(source.JoinsParts);
    }

    [Theory]
    [InlineData("pages-00001-00009.md")]
    [InlineData("pages-00002-00001.md")]
    [InlineData("pages-00000-00001.md")]
    [InlineData("other.md")]
    public void A_part_that_is_not_there_is_refused(string part)
    {
        var source = new PdfSource(new());
        var exception = Assert.Throws<DocumentException>(() => source.Read(PdfReading.FileOf(Pages(2)), part, new TextDecoder(), TestContext.Current.CancellationToken));
        Assert.Equal(DiagnosticCodes.PdfUnreadable, exception.Diagnostic.Code);
    }

    [Fact]
    public void Front_matter_says_what_the_file_says_about_itself()
    {
        var pdf = new RawPdf { Information = "/Title(A \"title\")/Author(Somebody)/Subject(Things)/Keywords(one, two)/CreationDate(D:20240229120000Z)" };
        Assert.StartsWith(
            "---\ntitle: \"A \\\"title\\\"\"\nauthor: \"Somebody\"\nsubject: \"Things\"\nkeywords: \"one, two\"\ncreated: 2024-02-29\npages: 1\n---\n\n",
            PdfReading.Read(pdf.AddPage(RawPdf.Line(72, 700, Sentence)).Build()).Text);
    }

    [Fact]
    public void Where_the_file_has_no_title_the_largest_text_of_the_first_page_is_it()
        => Assert.StartsWith(
            "---\ntitle: \"All about lines\"\n",
            PdfReading.Read(new RawPdf().AddPage(RawPdf.Line(72, 740, "All about lines", 20) + RawPdf.Lines(72, 700, Sentence, Sentence)).Build()).Text);

    [Fact]
    public void Where_nothing_is_a_title_the_name_of_the_file_is()
        => Assert.StartsWith("---\ntitle: \"report\"\n", PdfReading.Read(Pages(1), name: "report.pdf").Text);

    [Fact]
    public void A_comment_says_where_each_page_begins()
    {
        var text = PdfReading.Read(new RawPdf().AddPage(RawPdf.Line(72, 700, "One.")).AddPage(RawPdf.Line(72, 700, "Two.")).Build()).Text;
        Assert.EndsWith("<!-- page 1 -->\n\nOne.\n\n<!-- page 2 -->\n\nTwo.\n", text);
    }

    [Fact]
    public void What_is_no_PDF_is_an_error()
    {
        var exception = Assert.Throws<DocumentException>(() => PdfReading.Read("This is no PDF at all."u8.ToArray()));
        Assert.Equal(DiagnosticCodes.PdfUnreadable, exception.Diagnostic.Code);
    }

    [Fact]
    public void More_pages_than_the_limit_are_refused()
    {
        var exception = Assert.Throws<DocumentException>(() => PdfReading.Read(Pages(3), new() { MaxPages = 2 }));
        Assert.Contains("3 pages; the limit is 2", exception.Message);
    }

    [Fact]
    public void Garbage_before_the_file_and_a_missing_table_of_objects_do_no_harm()
    {
        var pdf = Pages(2);
        var end = System.Text.Encoding.Latin1.GetString(pdf).LastIndexOf("xref\n0", StringComparison.Ordinal);
        byte[] broken = [.. "some bytes\n"u8, .. pdf[..end], .. "trailer\n<</Size 11/Root 1 0 R>>\n%%EOF"u8];
        Assert.Contains(Sentence, PdfReading.Body(broken));
    }

    [Fact]
    public void A_page_that_cannot_be_read_is_a_warning_and_the_others_go_on()
    {
        var (text, diagnostics) = PdfReading.Read(
            new RawPdf().AddPage(RawPdf.Line(72, 700, "One.")).AddPage(RawPdf.Line(72, 700, "Two."), "/Contents 999 0 R/MediaBox 5").AddPage(RawPdf.Line(72, 700, "Three.")).Build());
        Assert.Contains("One.", text);
        Assert.Contains("<!-- page 2: cannot be read -->", text);
        Assert.Contains("Three.", text);
        Assert.Equal(DiagnosticCodes.PdfPageUnreadable, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Where_no_page_can_be_read_that_is_an_error()
    {
        var exception = Assert.Throws<DocumentException>(() => PdfReading.Read(new RawPdf().AddPage("", "/Contents 999 0 R").Build()));
        Assert.Equal(DiagnosticCodes.PdfUnreadable, exception.Diagnostic.Code);
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new PdfSource(new()).Read(PdfReading.FileOf(Pages(2)), "pages-00001-00002.md", new TextDecoder(), cancelled.Token));
    }

    private static byte[] Pages(int count)
    {
        var pdf = new RawPdf();
        for (var i = 0; i < count; i++)
        {
            pdf.AddPage(RawPdf.Lines(72, 700, Sentence, Sentence));
        }

        return pdf.Build();
    }
}
