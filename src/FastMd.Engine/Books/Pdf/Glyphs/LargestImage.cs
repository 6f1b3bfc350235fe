using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>Gets the largest image of a page as the content of a file.</summary>
internal static class LargestImage
{
    /// <summary>The content and the extension of the file; null where there is no image, or its form is not known.</summary>
    public static (byte[] Content, string Extension)? Of(PdfDocument document, int number)
    {
        try
        {
            IPdfImage? largest = null;
            foreach (var image in document.GetPage(number).GetImages())
            {
                if (largest is null || Area(image) > Area(largest))
                {
                    largest = image;
                }
            }

            return largest is null ? null : ImageContent.Of(largest);
        }
#pragma warning disable CA1031 // PdfPig throws what it likes; the page has no image then.
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static double Area(IPdfImage image) => image.BoundingBox.Width * image.BoundingBox.Height;
}
