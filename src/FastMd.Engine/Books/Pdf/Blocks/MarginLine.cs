using System.Globalization;
using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>A line at the head or foot of a page.</summary>
/// <param name="Line">The line.</param>
/// <param name="Folded">Its text, with a sign in place of each number.</param>
/// <param name="Distance">How far it is from the lower edge, in points.</param>
/// <param name="Number">The number that it is; null where it is none.</param>
/// <param name="Next">A line of the next row towards the middle of the page; null where there is none.</param>
internal sealed record MarginLine(TextLine Line, string Folded, float Distance, int? Number, TextLine? Next)
{
    // Of a page's height.
    private const float Head = 0.9f;
    private const float Foot = 0.1f;
    private const int MostLines = 4;

    /// <summary>How far the next row is, in ems.</summary>
    public float Gap => Next is null ? float.MaxValue : Math.Abs(Next.Y - Line.Y) / Math.Max(1, Math.Max(Next.Size, Line.Size));

    /// <summary>The lines that may be a head or a foot.</summary>
    public static List<MarginLine> Of(PageLayout layout)
    {
        var lines = new List<TextLine>();
        foreach (var column in layout.Columns)
        {
            if (column.IsMain)
            {
                lines.AddRange(column.Lines);
            }
        }

        StableSort.By(lines, static line => -line.Y);
        var margins = new List<MarginLine>();
        var page = layout.Page;
        for (var i = 0; i < lines.Count && i < MostLines && lines[i].Y > page.Bottom + (Head * page.Height); i++)
        {
            Add(margins, lines[i], page, NextRow(lines, i, 1));
        }

        for (var i = lines.Count - 1; i >= margins.Count && i >= lines.Count - MostLines && lines[i].Y < page.Bottom + (Foot * page.Height); i--)
        {
            Add(margins, lines[i], page, NextRow(lines, i, -1));
        }

        return margins;
    }

    private static TextLine? NextRow(List<TextLine> lines, int i, int step)
    {
        var own = lines[i];
        for (i += step; i >= 0 && i < lines.Count; i += step)
        {
            if (Math.Abs(lines[i].Y - own.Y) > 0.5f * own.Size)
            {
                return lines[i];
            }
        }

        return null;
    }

    private static void Add(List<MarginLine> margins, TextLine line, Box page, TextLine? next)
    {
        if (line.Table is not null)
        {
            return;
        }

        var text = line.Text;
        margins.Add(new(
            line, TextFold.Digits(text), line.Y - page.Bottom, int.TryParse(text.Trim(' ', '-', '–', '—', '.', '|', '[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, next));
    }
}
