namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Finds which pieces stand in one line, over the whole width of a page.</summary>
internal static class RowFinder
{
    // In ems.
    private const float SameBaseline = 0.22f;
    private const float SmallSize = 0.85f;
    private const float NextTo = 0.35f;

    /// <summary>The segments of all lines, from top to bottom, and from left to right in each.</summary>
    public static List<Segment> Segments(List<Piece> pieces)
    {
        var rows = RowsOf(pieces);
        AttachSmallText(rows);
        var segments = new List<Segment>(rows.Count * 2);
        var number = 0;
        foreach (var row in rows)
        {
            if (row.Count > 0)
            {
                Split(row, number++, segments);
            }
        }

        return segments;
    }

    private static List<List<Piece>> RowsOf(List<Piece> pieces)
    {
        var sorted = new List<Piece>(pieces);
        StableSort.By(sorted, static piece => -piece.Y);
        var rows = new List<List<Piece>>();
        foreach (var piece in sorted)
        {
            if (rows.Count > 0 && rows[^1][0] is var first && Math.Abs(first.Y - piece.Y) <= SameBaseline * Math.Min(first.Size, piece.Size))
            {
                rows[^1].Add(piece);
            }
            else
            {
                rows.Add([piece]);
            }
        }

        return rows;
    }

    /// <summary>Puts small text that stands right beside larger one, above or below its baseline, in that one's line.</summary>
    private static void AttachSmallText(List<List<Piece>> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            for (var at = row.Count - 1; at >= 0; at--)
            {
                var piece = row[at];
                if (HostOf(rows, i, piece) is { } host)
                {
                    piece.Shift = piece.Y > host[0].Y ? Shift.Raised : Shift.Lowered;
                    host.Add(piece);
                    row.RemoveAt(at);
                }
            }
        }
    }

    private static List<Piece>? HostOf(List<List<Piece>> rows, int own, Piece piece)
    {
        for (var distance = 1; distance <= 2; distance++)
        {
            for (var side = 1; side >= -1; side -= 2)
            {
                var i = own + (side * distance);
                if (i < 0 || i >= rows.Count)
                {
                    continue;
                }

                foreach (var other in rows[i])
                {
                    var rise = piece.Y - other.Y;
                    if (other.Shift == Shift.None && piece.Size < SmallSize * other.Size && rise > -0.5f * other.Size && rise < 0.75f * other.Size
                        && (Math.Abs(piece.Left - other.Right) < NextTo * other.Size || Math.Abs(other.Left - piece.Right) < NextTo * other.Size))
                    {
                        return rows[i];
                    }
                }
            }
        }

        return null;
    }

    private static void Split(List<Piece> row, int number, List<Segment> segments)
    {
        StableSort.By(row, static piece => piece.Left);
        var begin = 0;
        var right = row[0].Right;
        for (var i = 1; i < row.Count; i++)
        {
            if (row[i].Left - right > PieceBuilder.WideGap * Math.Max(row[i].Size, row[i - 1].Size))
            {
                segments.Add(Segment.Of(row.GetRange(begin, i - begin), number));
                begin = i;
            }

            right = Math.Max(right, row[i].Right);
        }

        segments.Add(Segment.Of(begin == 0 ? row : row.GetRange(begin, row.Count - begin), number));
    }
}
