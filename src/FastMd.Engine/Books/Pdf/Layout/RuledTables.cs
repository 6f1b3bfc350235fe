using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Finds tables whose cells have lines between them.</summary>
internal static class RuledTables
{
    // In points.
    private const float Near = 3;
    private const float ShortestLine = 5;

    private const int MostColumns = 30;
    private const int MostRows = 250;
    private const int LongestCell = 1_000;
    private const double LeastFilled = 0.3;

    /// <summary>The tables; their pieces are taken out of the others.</summary>
    public static List<GridTable> Take(List<Piece> pieces, List<Box> rulings)
    {
        var tables = new List<GridTable>();
        if (rulings.Count < 6)
        {
            return tables;
        }

        var (across, down) = RulingLines.Of(rulings, ShortestLine, Near);
        if (across.Count < 3 || down.Count < 3)
        {
            return tables;
        }

        foreach (var lines in RulingLines.Connected(across, down, Near))
        {
            if (TableOf(lines, pieces) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    private static GridTable? TableOf(RulingGroup lines, List<Piece> pieces)
    {
        var columns = Places(lines.Down.ConvertAll(static line => line.Left));
        var rows = Places(lines.Across.ConvertAll(static line => line.Bottom));
        if (columns.Count is < 3 or > MostColumns || rows.Count is < 3 or > MostRows)
        {
            return null;
        }

        rows.Reverse();
        var box = new Box(columns[0] - 1, rows[^1] - 1, columns[^1] + 1, rows[0] + 1);
        var grid = new CellGrid(columns.Count - 1);
        for (var i = 1; i < rows.Count; i++)
        {
            grid.AddRow();
        }

        var taken = new HashSet<Piece>(ReferenceEqualityComparer.Instance);
        foreach (var piece in pieces)
        {
            var y = piece.Y + (0.3f * piece.Size);
            var x = Math.Min((piece.Left + piece.Right) / 2, piece.Left + (2 * piece.Size));
            if (box.Contains(x, y))
            {
                var column = Math.Clamp(columns.FindLastIndex(place => place <= x), 0, columns.Count - 2);
                var row = Math.Clamp(rows.FindLastIndex(place => place >= y), 0, rows.Count - 2);
                grid.Cell(row, column).Add(piece);
                taken.Add(piece);
            }
        }

        if (!IsTable(grid, rows.Count - 1, columns.Count - 1) || grid.Finish(box) is not { } table)
        {
            return null;
        }

        pieces.RemoveAll(taken.Contains);
        return table;
    }

    // A frame around text, and the grid of a chart, are none.
    private static bool IsTable(CellGrid grid, int rows, int columns)
    {
        var filled = grid.CountFilled();
        if (filled < 4 || filled < LeastFilled * rows * columns)
        {
            return false;
        }

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (grid.Cell(row, column).Sum(static piece => piece.Text.Length) > LongestCell)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Places that are not next to each other, in order.</summary>
    private static List<float> Places(List<float> all)
    {
        all.Sort();
        var places = new List<float>();
        foreach (var place in all)
        {
            if (places.Count == 0 || place - places[^1] > Near + 1)
            {
                places.Add(place);
            }
        }

        return places;
    }
}
