using System.Text.RegularExpressions;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>A heading among lines.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Lines">How many lines it takes.</param>
internal readonly record struct FoundHeading(int Level, int Lines);

/// <summary>Finds headings: lines that the outline names, larger ones, and bold ones that stand alone.</summary>
/// <param name="profile">What is known of the document.</param>
/// <param name="page">The number of the page.</param>
internal sealed partial class HeadingFinder(DocumentProfile profile, int page)
{
    private const int MostLines = 4;
    private const int LongestLarge = 220;
    private const int LongestBold = 110;

    private readonly List<OutlineEntry> _entries = profile.Outline.TryGetValue(page, out var entries) ? entries : [];

    /// <summary>Whether there are none: text along the edge of a page, for instance.</summary>
    public bool FindsNone { get; init; }

    /// <summary>The heading that begins at a line; null where none does.</summary>
    public FoundHeading? At(List<TextLine> lines, int i, in ColumnMeasure measure)
    {
        var line = lines[i];
        if (FindsNone || line.Table is not null || line.IsMonospaced)
        {
            return null;
        }

        return OfOutline(lines, i) ?? OfSize(lines, i) ?? OfWeight(lines, i, measure);
    }

    private FoundHeading? OfOutline(List<TextLine> lines, int i)
    {
        if (_entries.Count == 0 || lines[i].Size < 0.85f * profile.BodySize)
        {
            return null;
        }

        var text = TextFold.Letters(lines[i].Text);
        if (text.Length < 2)
        {
            return null;
        }

        foreach (var entry in _entries)
        {
            if (text.Length == entry.Folded.Length ? text == entry.Folded : entry.Folded.StartsWith(text, StringComparison.Ordinal) || text.EndsWith(entry.Folded, StringComparison.Ordinal))
            {
                // What is longer is a number that the outline does not have, or the beginning of a title of several lines.
                if (text.Length >= entry.Folded.Length)
                {
                    if (text.Length <= entry.Folded.Length + 12)
                    {
                        return new(Math.Min(6, entry.Level), 1);
                    }

                    continue;
                }

                if (LinesOf(entry.Folded, text, lines, i) is > 0 and var count)
                {
                    return new(Math.Min(6, entry.Level), count);
                }
            }
        }

        return null;
    }

    private static int LinesOf(string title, string begin, List<TextLine> lines, int i)
    {
        var joined = begin;
        for (var count = 2; count <= MostLines && i + count <= lines.Count && lines[i + count - 1].Table is null; count++)
        {
            joined += TextFold.Letters(lines[i + count - 1].Text);
            if (joined == title)
            {
                return count;
            }

            if (!title.StartsWith(joined, StringComparison.Ordinal))
            {
                return 0;
            }
        }

        return 0;
    }

    private FoundHeading? OfSize(List<TextLine> lines, int i)
    {
        var size = lines[i].Size;
        if (!profile.IsLarge(size) || !HasLetter(lines[i].Text))
        {
            return null;
        }

        var count = 1;
        var length = lines[i].Text.Length;
        while (i + count < lines.Count && lines[i + count].Table is null && Math.Abs(lines[i + count].Size - size) < 0.06f * size
            && lines[i + count - 1].Y - lines[i + count].Y is > 0 and var distance && distance < 1.75f * size)
        {
            length += lines[i + count].Text.Length;
            count++;
        }

        // More is text that is set large.
        return count <= MostLines && length <= LongestLarge ? new(profile.LevelOf(size), count) : null;
    }

    private FoundHeading? OfWeight(List<TextLine> lines, int i, in ColumnMeasure measure)
    {
        var line = lines[i];
        if (!line.IsBold || line.Size < 0.96f * profile.BodySize || line.Text.Length > LongestBold || !HasLetter(line.Text) || line.Text[^1] is '.' or ',' or ';' or '-'
            || ListMarker.Of(line.Text) is { IsCertain: true })
        {
            return null;
        }

        var isApart = i == 0 || lines[i - 1].Table is not null || lines[i - 1].Y - line.Y > measure.Leading * 1.15f || lines[i - 1].Y < line.Y || !lines[i - 1].IsBold && line.Left <= measure.Left + 1;
        if (!isApart || (i > 0 && lines[i - 1].IsBold && lines[i - 1].Y - line.Y < measure.Leading * 1.3f && lines[i - 1].Y > line.Y))
        {
            return null;
        }

        var count = 1;
        while (i + count < lines.Count && count <= 3 && lines[i + count].IsBold && lines[i + count].Y < lines[i + count - 1].Y && lines[i + count - 1].Y - lines[i + count].Y < measure.Leading * 1.3f)
        {
            count++;
        }

        // A block of bold text is no heading, and neither is the middle of a sentence.
        var length = count == 1 ? line.Text.Length : line.Text.Length + lines[i + 1].Text.Length;
        return count <= 2 && length <= LongestBold && !char.IsLower(line.Text[0]) ? new(LevelOfBold(line.Text), count) : null;
    }

    private int LevelOfBold(string text)
    {
        var level = profile.LevelOf(profile.BodySize);
        return Numbers().Match(text) is { Success: true, Groups: [_, var rest, ..] } ? Math.Min(6, Math.Max(level, 2) + rest.Captures.Count) : level;
    }

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\d{1,2}(\.\d{1,2})*\.?\s", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
