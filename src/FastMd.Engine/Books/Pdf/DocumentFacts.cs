using FastMd.Engine.Books.Pdf.Blocks;
using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf;

/// <summary>What is known of a document as a whole. It depends on the document alone, not on what was read of it before.</summary>
/// <param name="Profile">How it is set.</param>
internal sealed record DocumentFacts(DocumentProfile Profile)
{
    // Some pages say how the others are set.
    private const int MostSampled = 24;

    /// <summary>Works it out.</summary>
    public static DocumentFacts Of(PdfFile file, CancellationToken cancellation)
    {
        var sample = new List<PageLayout>();
        foreach (var number in Sampled(file.PageCount))
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Read(number).Page is { } page)
            {
                page.DropUnknown();
                sample.Add(PageLayout.Of(page));
            }
        }

        return new(DocumentProfile.Of(sample, OutlineReader.Read(file.Document)));
    }

    private static IEnumerable<int> Sampled(int count)
    {
        if (count <= MostSampled)
        {
            return Enumerable.Range(1, count);
        }

        // Both sides of sheets, so that heads of left and right pages are among them.
        return Enumerable.Range(0, MostSampled).Select(i => 1 + (int)((long)i * (count - 1) / (MostSampled - 1)));
    }
}
