using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace FastMd.Engine.Books.Pdf;

/// <summary>
/// Puts the images of pages in a folder, each under a name that its content gives it: so an image that is on many pages is there once, whichever process
/// reads which page.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="folder">Absolute path of the folder.</param>
/// <param name="address">Address of the folder's images as the text refers to them, with a slash at its end.</param>
internal sealed class PageImages(PdfDocument document, string folder, string address)
{
    // In pixels: what is smaller in one direction is a line or an ornament.
    private const int Smallest = 16;

    /// <summary>The images of a page, as paragraphs; none where they cannot be read.</summary>
    public IEnumerable<Node> Of(int number)
    {
        var names = new List<string>();
        try
        {
            foreach (var image in document.GetPage(number).GetImages())
            {
                if (NameOf(image) is { } name && !names.Contains(name))
                {
                    names.Add(name);
                }
            }
        }
#pragma warning disable CA1031 // PdfPig throws what it likes; the page has fewer images then.
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException or IOException or UnauthorizedAccessException))
#pragma warning restore CA1031
        {
            // The text of the page was read all the same.
        }

        return names.Select((name, index) => new Paragraph
        {
            Children = [new Link { IsImage = true, Url = address + name, Children = [new Text($"Page {number}, image {index + 1}")] }],
        });
    }

    private string? NameOf(IPdfImage image)
    {
        if (image.WidthInSamples < Smallest || image.HeightInSamples < Smallest || ImageContent.Of(image) is not var (content, extension))
        {
            return null;
        }

        var name = ContentHash.Of(content).Hex + extension;
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            // Another process may be at the same image.
            Directory.CreateDirectory(folder);
            var temporary = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }

        return name;
    }
}
