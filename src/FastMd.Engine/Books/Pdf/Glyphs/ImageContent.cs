using UglyToad.PdfPig.Content;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>An image of a page as the content of a file.</summary>
internal static class ImageContent
{
    /// <summary>The content and the extension of the file; null where the image is of a form that no file has.</summary>
    public static (byte[] Content, string Extension)? Of(IPdfImage image)
    {
        // JPEG files stand in a document as they are.
        var raw = image.RawMemory.Span;
        return raw is [0xFF, 0xD8, ..] ? (raw.ToArray(), ".jpg")
            : image.TryGetPng(out var png) ? (png, ".png")
            : raw is [0, 0, 0, 0x0C, 0x6A, 0x50, ..] ? (raw.ToArray(), ".jp2")
            : null;
    }
}
