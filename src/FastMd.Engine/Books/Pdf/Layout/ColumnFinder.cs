namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>
/// Takes a page apart into columns, in the order in which they are read: a gutter is a strip that few lines cross, and those that do stand above, between or
/// below the columns.
/// </summary>
internal static class ColumnFinder
{
    private const int FewestLines = 3;
    private const int Deepest = 6;

    // In ems.
    private const float NarrowestGutter = 0.6f;
    private const float WideBreak = 2.6f;
    private const float Beside = 1.2f;

    // Of the lines of the shorter column: less stand beside pictures, not beside another column.
    private const double LeastBeside = 0.35;

    /// <summary>The columns, each of lines from top to bottom.</summary>
    /// <param name="segments">The segments of the page from top to bottom.</param>
    public static List<List<Segment>> Find(List<Segment> segments)
    {
        var regions = new List<List<Segment>>();
        Find(segments, regions, 0);
        return regions;
    }

    private static void Find(List<Segment> segments, List<List<Segment>> regions, int depth)
    {
        if (segments.Count == 0)
        {
            return;
        }

        TableFinder.Mark(segments);
        if (segments.Count >= 2 * FewestLines && depth < Deepest)
        {
            foreach (var gutter in GutterFinder.Find(segments, NarrowestGutter))
            {
                var bands = BandsOf(segments, gutter);
                if (bands.Exists(static band => band.IsSplit))
                {
                    Split(bands, gutter, regions, depth);
                    return;
                }
            }
        }

        regions.Add(segments);
    }

    private static void Split(List<Band> bands, Gutter gutter, List<List<Segment>> regions, int depth)
    {
        foreach (var band in bands)
        {
            if (band.IsSplit)
            {
                Find(band.All.FindAll(segment => segment.Right <= gutter.Middle), regions, depth + 1);
                Find(band.All.FindAll(segment => segment.Right > gutter.Middle), regions, depth + 1);
            }
            else
            {
                Find(band.All, regions, depth + 1);
            }
        }
    }

    private static List<Band> BandsOf(List<Segment> segments, Gutter gutter)
    {
        var bands = new List<Band>();
        var open = new Band();
        var lastY = float.MaxValue;
        foreach (var row in RowsOf(segments))
        {
            if (open.All.Count > 0 && !open.IsCrossed && lastY - row[0].Box.Top > (WideBreak - 0.75f) * row[0].Size)
            {
                bands.Add(open);
                open = new();
            }

            lastY = row.Min(static segment => segment.Table is null ? segment.Y : segment.Box.Bottom);
            var crosses = row.Exists(segment => segment.Left < gutter.Middle && segment.Right > gutter.Middle);
            if (crosses != open.IsCrossed && open.All.Count > 0)
            {
                bands.Add(open);
                open = new();
            }

            open.IsCrossed = crosses;
            open.All.AddRange(row);
            open.Left += !crosses && row.Exists(segment => segment.Right <= gutter.Middle) ? 1 : 0;
            open.Right += !crosses && row.Exists(segment => segment.Left >= gutter.Middle) ? 1 : 0;
        }

        bands.Add(open);
        foreach (var band in bands)
        {
            band.IsSplit = !band.IsCrossed && band.Left >= FewestLines && band.Right >= FewestLines && !AreLabels(band, gutter) && AreBeside(band, gutter);
        }

        if (bands.Exists(static band => band.IsSplit))
        {
            // Where there are columns, shorter ones are columns, too.
            foreach (var band in bands)
            {
                band.IsSplit |= !band.IsCrossed && band.Left >= 2 && band.Right >= 2 && !AreLabels(band, gutter) && AreBeside(band, gutter);
            }
        }

        return Joined(bands);
    }

    // Two bands without columns that touch are one.
    private static List<Band> Joined(List<Band> bands)
    {
        var joined = new List<Band>();
        foreach (var band in bands)
        {
            if (joined.Count > 0 && !joined[^1].IsSplit && !band.IsSplit)
            {
                joined[^1].All.AddRange(band.All);
            }
            else
            {
                joined.Add(band);
            }
        }

        return joined;
    }

    /// <summary>Whether lines on both sides stand beside each other.</summary>
    private static bool AreBeside(Band band, Gutter gutter)
    {
        var left = band.All.FindAll(segment => segment.Right <= gutter.Middle);
        var right = band.All.FindAll(segment => segment.Right > gutter.Middle);
        var (few, many) = left.Count < right.Count ? (left, right) : (right, left);
        var beside = 0;
        var at = 0;
        foreach (var segment in few)
        {
            while (at < many.Count && many[at].Box.Bottom > segment.Y + (Beside * segment.Size))
            {
                at++;
            }

            beside += at < many.Count && many[at].Box.Top > segment.Y - (Beside * segment.Size) ? 1 : 0;
        }

        return beside >= LeastBeside * few.Count;
    }

    /// <summary>Whether the left side is nothing but labels of what is on the right, line by line.</summary>
    private static bool AreLabels(Band band, Gutter gutter)
    {
        var together = 0;
        var left = 0;
        var right = 0;
        var letters = 0;
        foreach (var row in RowsOf(band.All))
        {
            var hasLeft = false;
            var hasRight = false;
            foreach (var segment in row)
            {
                if (segment.Right <= gutter.Middle)
                {
                    hasLeft = true;
                    letters += segment.Length;
                }
                else
                {
                    hasRight = true;
                }
            }

            together += hasLeft && hasRight ? 1 : 0;
            left += hasLeft ? 1 : 0;
            right += hasRight ? 1 : 0;
        }

        return together >= left * 0.85 && (left <= right * 0.6 || letters < 18 * left) && letters < 26 * left;
    }

    private static IEnumerable<List<Segment>> RowsOf(List<Segment> segments)
    {
        var row = new List<Segment>();
        foreach (var segment in segments)
        {
            if (row.Count > 0 && row[0].Row != segment.Row)
            {
                yield return row;
                row = [];
            }

            row.Add(segment);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private sealed class Band
    {
        public List<Segment> All { get; } = [];

        public bool IsCrossed { get; set; }

        public bool IsSplit { get; set; }

        public int Left { get; set; }

        public int Right { get; set; }
    }
}
