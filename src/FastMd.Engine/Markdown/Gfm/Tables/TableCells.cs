using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>
/// The cells of one row. A pipe ends a cell unless a backslash stands before it; code spans do not protect it. The pipes at both ends
/// of the row are optional.
/// </summary>
internal struct TableCells
{
    private const string Space = " \t";

    private readonly StringSlice _row;
    private readonly PipeEscape _escape;
    private int _next;

    public TableCells(StringSlice row, PipeEscape escape)
    {
        var text = row.AsSpan();
        row.Start += text.Length - text.TrimStart(Space).Length;
        row.End -= text.Length - text.TrimEnd(Space).Length;
        _row = row;
        _escape = escape;
        _next = row.CurrentChar == '|' ? row.Start + 1 : row.Start;
        Current = StringSlice.Empty;
    }

    /// <summary>The cell as it stands in the source, without the space around it.</summary>
    public StringSlice Current { get; private set; }

    /// <summary>Where the cell begins, the pipe before it included.</summary>
    public int Start { get; private set; }

    /// <summary>How many cells a row has.</summary>
    public static int Count(StringSlice row, PipeEscape escape)
    {
        var cells = new TableCells(row, escape);
        var count = 0;
        while (cells.MoveNext())
        {
            count++;
        }

        return count;
    }

    public bool MoveNext()
    {
        if (_next > _row.End)
        {
            return false;
        }

        Start = _next > _row.Start && _row.Text[_next - 1] == '|' ? _next - 1 : _next;
        var end = _next;
        while (end <= _row.End && (_row.Text[end] != '|' || (_escape == PipeEscape.Removed && end > _next && _row.Text[end - 1] == '\\')))
        {
            end += _escape == PipeEscape.Paired && _row.Text[end] == '\\' && end < _row.End && _row.Text[end + 1] is '\\' or '|' ? 2 : 1;
        }

        var cell = _row.Text.AsSpan(_next, end - _next);
        var start = _next + cell.Length - cell.TrimStart(Space).Length;
        Current = new(_row.Text, start, start + cell.Trim(Space).Length - 1);
        _next = end + 1;
        return true;
    }
}
