namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>A strip between columns.</summary>
/// <param name="Left">Where it begins, in points.</param>
/// <param name="Right">Where it ends.</param>
internal readonly record struct Gutter(float Left, float Right)
{
    public float Middle => (Left + Right) / 2;
}

/// <summary>Finds the strip that the fewest lines cross.</summary>
internal static class GutterFinder
{
    // Width of a bin, in points.
    private const float Bin = 2;
    private const int MostBins = 4096;

    // A gutter is crossed by at most that share of the lines that stand on its emptier side.
    private const double MostCrossed = 0.45;
    private const int FewestLines = 3;
    private const int MostGutters = 4;

    /// <summary>The best gutters, the best first.</summary>
    /// <param name="segments">What is on the page.</param>
    /// <param name="narrowest">The least width of a gutter, in ems.</param>
    public static List<Gutter> Find(List<Segment> segments, float narrowest)
    {
        var left = float.MaxValue;
        var right = float.MinValue;
        var size = 0f;
        foreach (var segment in segments)
        {
            left = Math.Min(left, segment.Left);
            right = Math.Max(right, segment.Right);
            size += segment.Size;
        }

        size /= segments.Count;
        var bins = (int)Math.Min(MostBins, Math.Ceiling((right - left) / Bin));
        if (bins < 8)
        {
            return [];
        }

        var cover = CoverOf(segments, left, bins);
        var highest = HighestRight(cover);
        var found = new List<(double Score, Gutter Gutter)>();
        var highestLeft = 0;
        var least = Math.Max(1, (int)(size * narrowest / Bin));
        for (var i = 1; i < bins - 1; i++)
        {
            highestLeft = Math.Max(highestLeft, cover[i - 1]);
            var limit = (int)(Math.Min(highestLeft, highest[i + 1]) * MostCrossed);
            var end = i;
            var most = 0;
            while (end < bins && cover[end] <= limit)
            {
                most = Math.Max(most, cover[end]);
                end++;
                if (end - i > least && cover[end - 1] > most)
                {
                    break;
                }
            }

            if (end - i < least || end == bins)
            {
                continue;
            }

            // Fewer lines across it, then a wider one.
            var (from, to, crossed) = Narrowed(cover, i, end, least);
            var score = (crossed * 4.0) - Math.Min(12, to - from);
            if (Math.Min(highestLeft, highest[end]) >= FewestLines)
            {
                found.Add((score, new(left + (from * Bin), left + (to * Bin))));
            }

            for (var seen = i; seen < end; seen++)
            {
                highestLeft = Math.Max(highestLeft, cover[seen]);
            }

            i = end;
        }

        found.Sort(static (one, other) => (one.Score, one.Gutter.Left).CompareTo((other.Score, other.Gutter.Left)));
        return found.Take(MostGutters).Select(static each => each.Gutter).ToList();
    }

    /// <summary>The part of a strip that the fewest lines cross, and how many those are.</summary>
    private static (int From, int To, int Crossed) Narrowed(int[] cover, int from, int to, int least)
    {
        var lowest = int.MaxValue;
        for (var i = from; i < to; i++)
        {
            lowest = Math.Min(lowest, cover[i]);
        }

        for (var limit = lowest; ; limit++)
        {
            var begin = from;
            for (var i = from; i <= to; i++)
            {
                if (i == to || cover[i] > limit)
                {
                    if (i - begin >= least)
                    {
                        return (begin, i, limit);
                    }

                    begin = i + 1;
                }
            }
        }
    }

    private static int[] CoverOf(List<Segment> segments, float left, int bins)
    {
        var steps = new int[bins + 1];
        foreach (var segment in segments)
        {
            var from = Math.Clamp((int)((segment.Left - left) / Bin), 0, bins - 1);
            var to = Math.Clamp((int)Math.Ceiling((segment.Right - left) / Bin), from + 1, bins);
            steps[from]++;
            steps[to]--;
        }

        for (var i = 1; i < bins; i++)
        {
            steps[i] += steps[i - 1];
        }

        return steps;
    }

    private static int[] HighestRight(int[] cover)
    {
        var highest = new int[cover.Length];
        for (var i = cover.Length - 2; i >= 0; i--)
        {
            highest[i] = Math.Max(highest[i + 1], cover[i]);
        }

        return highest;
    }
}
