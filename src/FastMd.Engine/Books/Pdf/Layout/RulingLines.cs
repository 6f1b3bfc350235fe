using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Lines that touch.</summary>
/// <param name="Across">The horizontal ones.</param>
/// <param name="Down">The vertical ones.</param>
internal sealed record RulingGroup(List<Box> Across, List<Box> Down);

/// <summary>Makes whole lines of the strokes that they are drawn with.</summary>
internal static class RulingLines
{
    private const float Thick = 3;
    private const int Most = 600;

    /// <summary>The horizontal and the vertical lines.</summary>
    public static (List<Box> Across, List<Box> Down) Of(List<Box> rulings, float shortest, float near)
    {
        var across = new List<Box>();
        var down = new List<Box>();
        foreach (var ruling in rulings)
        {
            if (ruling.Height <= Thick && ruling.Width >= shortest)
            {
                across.Add(ruling);
            }
            else if (ruling.Width <= Thick && ruling.Height >= shortest)
            {
                down.Add(ruling);
            }
        }

        across.Sort(static (one, other) => (one.Bottom, one.Left).CompareTo((other.Bottom, other.Left)));
        down.Sort(static (one, other) => (one.Left, one.Bottom).CompareTo((other.Left, other.Bottom)));
        return (Joined(across, (line, next) => Math.Abs(line.Bottom - next.Bottom) <= 1.5f && next.Left <= line.Right + near && next.Right >= line.Left - near),
            Joined(down, (line, next) => Math.Abs(line.Left - next.Left) <= 1.5f && next.Bottom <= line.Top + near && next.Top >= line.Bottom - near));
    }

    /// <summary>The lines by what touches, directly or by way of others.</summary>
    public static List<RulingGroup> Connected(List<Box> across, List<Box> down, float near)
    {
        var group = new int[across.Count + down.Count];
        for (var i = 0; i < group.Length; i++)
        {
            group[i] = i;
        }

        int Find(int i)
        {
            while (group[i] != i)
            {
                i = group[i] = group[group[i]];
            }

            return i;
        }

        for (var i = 0; i < across.Count; i++)
        {
            for (var j = 0; j < down.Count; j++)
            {
                if (Touch(across[i], down[j], near))
                {
                    group[Find(i)] = Find(across.Count + j);
                }
            }
        }

        var groups = new SortedDictionary<int, RulingGroup>();
        for (var i = 0; i < group.Length; i++)
        {
            var key = Find(i);
            if (!groups.TryGetValue(key, out var lines))
            {
                groups.Add(key, lines = new([], []));
            }

            (i < across.Count ? lines.Across : lines.Down).Add(i < across.Count ? across[i] : down[i - across.Count]);
        }

        return [.. groups.Values];
    }

    private static bool Touch(Box across, Box down, float near)
        => down.Left >= across.Left - near && down.Left <= across.Right + near && across.Bottom >= down.Bottom - near && across.Bottom <= down.Top + near;

    private static List<Box> Joined(List<Box> sorted, Func<Box, Box, bool> areOne)
    {
        var joined = new List<Box>();
        foreach (var line in sorted)
        {
            var at = joined.Count == 0 ? -1 : joined.FindLastIndex(joined.Count - 1, Math.Min(joined.Count, 40), other => areOne(other, line));
            if (at >= 0)
            {
                joined[at] = joined[at].Union(line);
            }
            else if (joined.Count < Most)
            {
                joined.Add(line);
            }
        }

        return joined;
    }
}
