using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Finds running heads, running feet and page numbers: what stands in the same place of neighbouring pages.</summary>
internal static class RunningLines
{
    /// <summary>How many pages before and after a page are compared with it: heads of left and right pages differ.</summary>
    public const int Reach = 2;

    // In points: pages of a scan are not all in the same place.
    private const float SamePlace = 5;

    // Lines of a table that goes on follow closely.
    private const float LeastGap = 1.45f;

    // What is larger is a title.
    private const float LargestSize = 1.25f;

    /// <summary>The lines of a page that run.</summary>
    /// <param name="page">The page's number.</param>
    /// <param name="margins">Its lines at head and foot.</param>
    /// <param name="neighbours">Numbers of pages near it, and their lines at head and foot.</param>
    /// <param name="profile">What is known of the document.</param>
    public static HashSet<TextLine> Find(int page, List<MarginLine> margins, List<(int Page, List<MarginLine> Margins)> neighbours, DocumentProfile profile)
    {
        var found = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        foreach (var margin in margins)
        {
            if (margin.Folded.Length == 0 || margin.Line.Size > LargestSize * profile.BodySize)
            {
                continue;
            }

            if (profile.IsRunning(margin) || neighbours.Exists(neighbour => neighbour.Margins.Exists(other => IsSame(margin, other, page - neighbour.Page))))
            {
                found.Add(margin.Line);
            }
        }

        KeepBody(margins, found);
        return found;
    }

    /// <summary>
    /// What stands as close to the text as its lines do to each other belongs to the text. What follows a line in the middle of the page is looked at first:
    /// several running lines may be as close.
    /// </summary>
    private static void KeepBody(List<MarginLine> margins, HashSet<TextLine> found)
    {
        var inward = new List<MarginLine>(margins);
        StableSort.By(inward, static margin => margin.Next is null ? 0 : -margin.Distance * Math.Sign(margin.Next.Y - margin.Line.Y));
        foreach (var margin in inward)
        {
            if (margin.Number is null && margin.Gap < LeastGap && !found.Contains(margin.Next!))
            {
                found.Remove(margin.Line);
            }
        }
    }

    private static bool IsSame(MarginLine one, MarginLine other, int pages)
        => one.Folded == other.Folded && Math.Abs(one.Distance - other.Distance) <= SamePlace
            && Math.Abs(one.Line.Size - other.Line.Size) < 0.6f
            && (one.Number is not { } number || other.Number is not { } otherNumber || number - otherNumber == pages);
}
