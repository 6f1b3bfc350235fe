using FastMd.Engine.Books.Pdf;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Books.Pdf;

/// <summary>OCR and Poppler by programs of others; here by those that every Unix has.</summary>
public class PdfToolTests
{
    [Fact]
    public void The_command_for_OCR_reads_the_text_off_a_page()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        var (text, diagnostics) = PdfReading.Read(Scan(), new() { OcrCommand = ["echo", "Text of", "{}"] });
        Assert.Matches(@"<!-- page 1, by OCR -->\n\nText of \S+\.png\n", text);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void The_path_of_the_image_is_the_last_argument_where_no_place_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        Assert.Matches(@"Read \S+\.png\n", PdfReading.Read(Scan(), new() { OcrCommand = ["echo", "Read"] }).Text);
    }

    [Fact]
    public void The_image_is_gone_afterwards()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        var text = PdfReading.Read(Scan(), new() { OcrCommand = ["echo"], PageComments = false }).Text;
        Assert.False(File.Exists(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]));
    }

    [Fact]
    public void A_command_that_is_not_there_or_fails_is_an_error()
    {
        Assert.Equal(DiagnosticCodes.PdfToolFailed, Assert.Throws<DocumentException>(() => PdfReading.Read(Scan(), new() { OcrCommand = ["no-such-program-at-all"] })).Diagnostic.Code);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        Assert.Equal(DiagnosticCodes.PdfToolFailed, Assert.Throws<DocumentException>(() => PdfReading.Read(Scan(), new() { OcrCommand = ["false"] })).Diagnostic.Code);
    }

    [Fact]
    public void A_command_that_takes_too_long_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        var exception = Assert.Throws<DocumentException>(() => PdfReading.Read(Scan(), new() { OcrCommand = ["sh", "-c", "sleep 60", "{}"], CommandTimeout = TimeSpan.FromMilliseconds(200) }));
        Assert.Equal(DiagnosticCodes.PdfToolFailed, exception.Diagnostic.Code);
    }

    [Fact]
    public void Poppler_that_is_not_installed_is_an_error()
        => Assert.Equal(
            DiagnosticCodes.PdfToolFailed,
            Assert.Throws<DocumentException>(() => PdfReading.Read(Text(), new() { Engine = PdfEngine.Poppler, PopplerCommand = "no-such-pdftotext" })).Diagnostic.Code);

    [Fact]
    public void Popplers_text_is_put_in_paragraphs()
    {
        Assert.SkipUnless(Programs.Has("pdftotext"), "Poppler is not installed.");
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(path, Text());
            using var stream = File.OpenRead(path);
            var text = new PdfSource(new() { Engine = PdfEngine.Poppler }).Read(new ContainerFile(path, "1", stream), "pages-00001-00002.md", new TextDecoder(), TestContext.Current.CancellationToken).Text;
            Assert.EndsWith("<!-- page 1 -->\n\nOne page.\n\n<!-- page 2 -->\n\nAnother page.\n", text);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Text() => new RawPdf().AddPage(RawPdf.Line(72, 700, "One page.")).AddPage(RawPdf.Line(72, 700, "Another page.")).Build();

    private static byte[] Scan()
    {
        var pdf = new RawPdf();
        var image = pdf.AddObject("<</Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 2>>\nstream\nxy\nendstream");
        return pdf.AddPage("600 0 0 700 0 0 cm /I Do", $"/Resources<</XObject<</I {image}>>>>").Build();
    }
}
