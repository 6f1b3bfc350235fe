using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>How a column is set.</summary>
/// <param name="Left">Where most of its lines begin, in points.</param>
/// <param name="Right">Where its full lines end.</param>
/// <param name="Leading">From one baseline to the next.</param>
/// <param name="IsFilled">Whether most of its lines are full.</param>
internal readonly record struct ColumnMeasure(float Left, float Right, float Leading, bool IsFilled)
{
    // Of the lines: a few may stick out.
    private const double Sticking = 0.05;

    public static ColumnMeasure Of(List<TextLine> lines)
    {
        var lefts = new List<float>(lines.Count);
        var rights = new List<float>(lines.Count);
        var leadings = new List<float>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Table is not null)
            {
                continue;
            }

            lefts.Add(line.Left);
            rights.Add(line.Right);
            if (i > 0 && lines[i - 1].Y - line.Y is > 0 and var distance && distance < 2.2f * line.Size && Math.Abs(lines[i - 1].Size - line.Size) < 0.1f * line.Size)
            {
                leadings.Add(distance);
            }
        }

        if (lefts.Count == 0)
        {
            return new(0, 0, 0, false);
        }

        lefts.Sort();
        rights.Sort();
        leadings.Sort();
        var right = rights[(int)((rights.Count - 1) * (1 - Sticking))];
        var full = rights.FindAll(each => each > right - 12).Count;
        return new(
            Mode(lefts), right,
            leadings.Count > 0 ? leadings[leadings.Count * 2 / 5] : 1.2f * lines[0].Size,
            full * 2 > rights.Count);
    }

    /// <summary>The value that most others are close to.</summary>
    private static float Mode(List<float> sorted)
    {
        const float Close = 2;
        var best = sorted[0];
        var most = 0;
        for (int begin = 0, end = 0; begin < sorted.Count; begin++)
        {
            while (end < sorted.Count && sorted[end] <= sorted[begin] + Close)
            {
                end++;
            }

            if (end - begin > most)
            {
                most = end - begin;
                best = sorted[begin];
            }
        }

        return best;
    }
}
