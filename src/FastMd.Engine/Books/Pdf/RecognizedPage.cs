using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Tools;

namespace FastMd.Engine.Books.Pdf;

/// <summary>Has the text of a scanned page read off its image.</summary>
internal static class RecognizedPage
{
    /// <summary>The text; null where the page has no image that can be had.</summary>
    public static string? Read(PdfFile file, int number, IPageOcr ocr, CancellationToken cancellation)
        => LargestImage.Of(file.Document, number) is { } image ? ocr.Recognize(new(image.Content, image.Extension), cancellation) : null;
}
