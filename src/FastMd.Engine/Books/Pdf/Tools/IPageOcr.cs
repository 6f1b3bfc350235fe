namespace FastMd.Engine.Books.Pdf.Tools;

/// <summary>Reads text off images.</summary>
internal interface IPageOcr
{
    /// <summary>The text of a page.</summary>
    /// <param name="image">The image.</param>
    /// <param name="cancellation">Cancelled when nobody waits for it any more.</param>
    string Recognize(PageImage image, CancellationToken cancellation);
}

/// <summary>The image that a scanned page is.</summary>
/// <param name="Content">The content of a file.</param>
/// <param name="Extension">The file's extension, with its dot.</param>
internal sealed record PageImage(byte[] Content, string Extension);
