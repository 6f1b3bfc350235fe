using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>An entry of a document's outline.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Page">The page that it leads to, from 1.</param>
internal readonly record struct OutlineTitle(string Title, int Level, int Page);

/// <summary>Reads the outline of a document.</summary>
internal static class OutlineReader
{
    private const int MostEntries = 50_000;

    /// <summary>Its entries; none where there is no outline, or it is broken.</summary>
    public static List<OutlineTitle> Read(PdfDocument document)
    {
        var entries = new List<OutlineTitle>();
        try
        {
            if (document.TryGetBookmarks(out var bookmarks))
            {
                foreach (var node in bookmarks.GetNodes())
                {
                    if (node is DocumentBookmarkNode { PageNumber: > 0 } entry && entries.Count < MostEntries)
                    {
                        entries.Add(new(entry.Title, entry.Level + 1, entry.PageNumber));
                    }
                }
            }
        }
#pragma warning disable CA1031 // An outline that is broken is none.
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            entries.Clear();
        }

        return entries;
    }
}
