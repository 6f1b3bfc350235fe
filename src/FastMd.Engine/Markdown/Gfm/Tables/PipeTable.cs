using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>
/// A table of GitHub Flavored Markdown. Its rows may have fewer cells than there are columns, and a cell without content no child.
/// </summary>
internal sealed class PipeTable : Table
{
    /// <summary>
    /// Cells that short rows may leave out, in all. A line of n pipes and n short rows stand for n² cells: without an end to it
    /// a small document becomes an output without bound.
    /// </summary>
    private const int MaximumMissingCells = 500_000;

    private readonly PipeEscape _escape;
    private int _missingCells;

    public PipeTable(BlockParser parser, List<TableColumnDefinition> columns, StringSlice head, int line, PipeEscape escape)
        : base(parser)
    {
        _escape = escape;
        ColumnDefinitions.AddRange(columns);
        Add(Row(head, line, isHeader: true, unshown: null));
    }

    /// <summary>Appends a row. Cells beyond the last column are dropped; what MDX has in them must be in order all the same.</summary>
    /// <param name="text">The row's text.</param>
    /// <param name="line">Its line.</param>
    /// <param name="unshown">Is notified of cells that are not shown.</param>
    /// <returns>False where the table may not grow any more.</returns>
    public bool TryAddRow(StringSlice text, int line, Unshown unshown)
    {
        var row = Row(text, line, isHeader: false, unshown);
        _missingCells += Math.Max(0, ColumnDefinitions.Count - row.Count);
        if (row.Count == 0 || _missingCells > MaximumMissingCells)
        {
            return false;
        }

        Add(row);
        return true;
    }

    private TableCell Cell(StringSlice content, int start, int line)
    {
        var cell = new TableCell { Line = line, Span = new(start, Math.Max(start, content.End)) };
        if (content.IsEmpty)
        {
            return cell;
        }

        cell.Add(_escape == PipeEscape.Removed && EscapedCell.Fits(content) ? new EscapedCell(content) { Line = line } : Paragraph(content, line));
        return cell;
    }

    private static ParagraphBlock Paragraph(StringSlice content, int line)
    {
        var paragraph = new ParagraphBlock { Lines = new(1), Line = line };
        paragraph.Lines.Add(content);
        return paragraph;
    }

    private TableRow Row(StringSlice text, int line, bool isHeader, Unshown? unshown)
    {
        var row = new TableRow { IsHeader = isHeader, Line = line, Span = new(text.Start, text.End) };
        var cells = new TableCells(text, _escape);
        var isTold = false;
        while (cells.MoveNext())
        {
            var isShown = row.Count < ColumnDefinitions.Count;
            if (isShown || _escape == PipeEscape.Paired)
            {
                row.Add(Cell(cells.Current, cells.Start, line));
            }

            if (!isShown && !isTold && !cells.Current.IsEmpty)
            {
                unshown?.AddCell(cells.Start);
                isTold = true;
            }
        }

        if (row.Count == 0 && _escape == PipeEscape.Paired)
        {
            row.Add(Cell(StringSlice.Empty, text.Start, line));
        }

        return row;
    }
}
