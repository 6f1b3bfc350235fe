namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Finds tables by how their cells are aligned, and puts one segment in the place of each.</summary>
internal static class TableFinder
{
    private const int FewestRows = 3;
    private const int MostColumns = 24;

    // In ems.
    private const float LargestGap = 3.2f;
    private const float CellGap = 1f;

    /// <summary>Replaces the segments of tables.</summary>
    /// <param name="segments">Segments from top to bottom.</param>
    public static void Mark(List<Segment> segments)
    {
        var rows = RowsOf(segments);
        var cells = rows.ConvertAll(Joined);
        List<(int Begin, int End, GridTable Table)>? found = null;
        for (var i = 0; i < rows.Count;)
        {
            var end = EndOfRun(cells, i);
            if (end > i && TableOf(cells, i, end) is { } table)
            {
                (found ??= []).Add((i, end, table));
            }

            i = Math.Max(end, i + 1);
        }

        if (found is null)
        {
            return;
        }

        segments.Clear();
        var next = 0;
        foreach (var (begin, end, table) in found)
        {
            for (; next < begin; next++)
            {
                segments.AddRange(rows[next]);
            }

            segments.Add(Segment.Of(table, rows[begin][0].Row));
            next = end;
        }

        for (; next < rows.Count; next++)
        {
            segments.AddRange(rows[next]);
        }
    }

    private static List<List<Segment>> RowsOf(List<Segment> segments)
    {
        var rows = new List<List<Segment>>();
        foreach (var segment in segments)
        {
            if (rows.Count > 0 && rows[^1][0].Row == segment.Row && segment.Table is null && rows[^1][0].Table is null)
            {
                rows[^1].Add(segment);
            }
            else
            {
                rows.Add([segment]);
            }
        }

        return rows;
    }

    /// <summary>The cells of a row: what may be a gap between columns of text is less than one between cells.</summary>
    private static List<Segment> Joined(List<Segment> row)
    {
        if (row.Count < 2)
        {
            return row;
        }

        var cells = new List<Segment>(row.Count);
        foreach (var segment in row)
        {
            if (cells.Count > 0 && segment.Left - cells[^1].Right <= CellGap * Math.Max(segment.Size, cells[^1].Size))
            {
                cells[^1] = Segment.Of([.. cells[^1].Pieces, .. segment.Pieces], segment.Row);
            }
            else
            {
                cells.Add(segment);
            }
        }

        return cells;
    }

    /// <summary>Where the rows end that begin at one and may be a table: at most one in turn is not of several segments.</summary>
    private static int EndOfRun(List<List<Segment>> rows, int begin)
    {
        if (rows[begin].Count < 2)
        {
            return begin;
        }

        var end = begin + 1;
        var several = 1;
        for (var i = begin + 1; i < rows.Count; i++)
        {
            var before = rows[i - 1][0];
            var row = rows[i][0];
            if (row.Table is not null || before.Y - row.Y > LargestGap * Math.Max(row.Size, before.Size) || (rows[i].Count < 2 && rows[i - 1].Count < 2 && i > begin + 1))
            {
                break;
            }

            if (rows[i].Count >= 2)
            {
                several++;
                end = i + 1;
            }
        }

        return several >= FewestRows ? end : begin;
    }

    private static GridTable? TableOf(List<List<Segment>> rows, int begin, int end)
    {
        var columns = ColumnsOf(rows, begin, end);
        if (columns.Count is < 2 or > MostColumns)
        {
            return null;
        }

        var grid = new CellGrid(columns.Count);
        var facts = new CellFacts(columns.Count);
        var box = rows[begin][0].Box;
        for (var i = begin; i < end; i++)
        {
            if (!IsContinued(rows, i, begin, columns))
            {
                grid.AddRow();
            }

            foreach (var segment in rows[i])
            {
                var column = ColumnAt(columns, segment);
                facts.Add(column, segment, isClash: rows[i].Exists(other => other != segment && ColumnAt(columns, other) == column));
                grid.Cell(grid.RowCount - 1, column).AddRange(segment.Pieces);
                box = box.Union(segment.Box);
            }
        }

        return facts.IsTable(end - begin) ? grid.Finish(box) : null;
    }

    /// <summary>Whether a line is the rest of the cell above it.</summary>
    private static bool IsContinued(List<List<Segment>> rows, int i, int begin, List<(float Left, float Right)> columns)
        => i > begin && rows[i] is [var only] && ColumnAt(columns, only) is > 0 and var column && rows[i - 1].Exists(segment => ColumnAt(columns, segment) == column)
            && rows[i - 1][0].Y - only.Y < 1.6f * only.Size;

    /// <summary>The columns that the rows with the usual number of cells have.</summary>
    private static List<(float Left, float Right)> ColumnsOf(List<List<Segment>> rows, int begin, int end)
    {
        var counts = new Dictionary<int, int>();
        for (var i = begin; i < end; i++)
        {
            if (rows[i].Count > 1)
            {
                counts[rows[i].Count] = counts.GetValueOrDefault(rows[i].Count) + rows[i].Count;
            }
        }

        var usual = counts.MaxBy(static count => (count.Value, count.Key)).Key;
        var spans = new List<(float Left, float Right)>();
        for (var i = begin; i < end; i++)
        {
            if (rows[i].Count == usual)
            {
                foreach (var segment in rows[i])
                {
                    spans.Add((segment.Left, segment.Right));
                }
            }
        }

        spans.Sort();
        var columns = new List<(float Left, float Right)>();
        foreach (var span in spans)
        {
            if (columns.Count > 0 && span.Left < columns[^1].Right)
            {
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, span.Right));
            }
            else
            {
                columns.Add(span);
            }
        }

        return columns;
    }

    private static int ColumnAt(List<(float Left, float Right)> columns, Segment segment)
    {
        var best = 0;
        var most = float.MinValue;
        for (var i = 0; i < columns.Count; i++)
        {
            var shared = Math.Min(columns[i].Right, segment.Right) - Math.Max(columns[i].Left, segment.Left);
            if (shared > most)
            {
                (most, best) = (shared, i);
            }
        }

        return best;
    }
}
