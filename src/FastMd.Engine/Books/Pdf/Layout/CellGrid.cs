using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Puts pieces into the cells of a table.</summary>
/// <param name="columns">How many columns there are.</param>
internal sealed class CellGrid(int columns)
{
    private readonly List<List<Piece>[]> _rows = [];

    public int RowCount => _rows.Count;

    public void AddRow()
    {
        var row = new List<Piece>[columns];
        for (var i = 0; i < columns; i++)
        {
            row[i] = [];
        }

        _rows.Add(row);
    }

    public List<Piece> Cell(int row, int column) => _rows[row][column];

    /// <summary>How many cells are not empty.</summary>
    public int CountFilled() => _rows.Sum(static row => row.Count(static cell => cell.Count > 0));

    /// <summary>The table, without rows and columns that are empty; null where less than two of either are left.</summary>
    /// <param name="box">Where it is.</param>
    public GridTable? Finish(Box box)
    {
        _rows.RemoveAll(static row => Array.TrueForAll(row, static cell => cell.Count == 0));
        var used = Enumerable.Range(0, columns).Where(column => _rows.Exists(row => row[column].Count > 0)).ToArray();
        if (used.Length < 2 || _rows.Count < 2)
        {
            return null;
        }

        var rows = _rows.ConvertAll(row => Array.ConvertAll(used, column => Ordered(row[column])));
        return new(box, rows.Max(static row => row.Max(static cell => cell.Count > 0 ? cell[0].Size : 0)), used.Length, rows);
    }

    /// <summary>The pieces of a cell line by line.</summary>
    private static List<Piece> Ordered(List<Piece> cell)
    {
        if (cell.Count < 2)
        {
            return cell;
        }

        var ordered = new List<Piece>(cell.Count);
        foreach (var segment in RowFinder.Segments(cell))
        {
            ordered.AddRange(segment.Pieces);
        }

        return ordered;
    }
}
