using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>The lines of a page in reading order.</summary>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Page">The page's box in the frame of most of its text.</param>
/// <param name="Columns">The lines of each column, from top to bottom.</param>
/// <param name="Links">The links that pieces refer to, by their numbers.</param>
internal sealed record PageLayout(int Number, Box Page, List<TextColumn> Columns, List<PageLink> Links)
{
    /// <summary>Lays out a page.</summary>
    public static PageLayout Of(PageGlyphs page)
    {
        var columns = new List<TextColumn>();
        var frames = PageFrame.Of(page);
        foreach (var frame in frames)
        {
            var pieces = new PieceBuilder(frame.Links, frame.Rulings).Build(frame.Glyphs);
            var tables = RuledTables.Take(pieces, frame.Rulings);
            var segments = pieces.Count > 0 ? RowFinder.Segments(pieces) : [];
            foreach (var table in tables)
            {
                Insert(segments, Segment.Of(table, -1 - tables.IndexOf(table)));
            }

            foreach (var region in ColumnFinder.Find(segments))
            {
                columns.Add(new(frame.Angle == frames[0].Angle, LinesOf(region)));
            }
        }

        return new(page.Number, frames.Count > 0 ? frames[0].Page : new(0, 0, page.Width, page.Height), columns, page.Links);
    }

    private static void Insert(List<Segment> segments, Segment table)
    {
        var at = segments.FindIndex(segment => segment.Y < table.Y);
        if (at < 0)
        {
            segments.Add(table);
            return;
        }

        // Not between the segments of one line.
        while (at > 0 && segments[at - 1].Row == segments[at].Row)
        {
            at--;
        }

        segments.Insert(at, table);
    }

    private static List<TextLine> LinesOf(List<Segment> segments)
    {
        var lines = new List<TextLine>();
        var row = new List<Segment>();
        foreach (var segment in segments)
        {
            if (row.Count > 0 && (row[0].Row != segment.Row || segment.Table is not null || row[0].Table is not null))
            {
                lines.Add(TextLine.Of(row));
                row = [];
            }

            row.Add(segment);
        }

        if (row.Count > 0)
        {
            lines.Add(TextLine.Of(row));
        }

        return lines;
    }
}

/// <summary>Lines that stand below each other.</summary>
/// <param name="IsMain">Whether they have the direction of most of the page.</param>
/// <param name="Lines">The lines from top to bottom.</param>
internal sealed record TextColumn(bool IsMain, List<TextLine> Lines);
