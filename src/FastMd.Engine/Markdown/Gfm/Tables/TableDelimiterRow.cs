using System.Buffers;
using Markdig.Extensions.Tables;
using Markdig.Helpers;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>The row of dashes that makes the line before it a table's head.</summary>
internal static class TableDelimiterRow
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("|:- \t\v\f");

    /// <summary>The columns a line defines; null where it is no delimiter row.</summary>
    public static List<TableColumnDefinition>? Read(StringSlice line)
    {
        // Dashes alone underline a heading, and a dash before a space begins a list item.
        var text = line.AsSpan();
        if (text is ['-', ' ' or '\t', ..] || text.ContainsAnyExcept(Allowed) || !text.ContainsAny('|', ':'))
        {
            return null;
        }

        var columns = new List<TableColumnDefinition>();
        var cells = new TableCells(line, PipeEscape.Removed);
        while (cells.MoveNext())
        {
            var cell = cells.Current.AsSpan();
            var left = cell.StartsWith(":");
            var right = cell.Length > 1 && cell.EndsWith(":");
            var dashes = cell[(left ? 1 : 0)..^(right ? 1 : 0)];
            if (dashes.IsEmpty || dashes.ContainsAnyExcept('-'))
            {
                return null;
            }

            columns.Add(new() { Alignment = Alignment(left, right) });
        }

        return columns.Count > 0 ? columns : null;
    }

    private static TableColumnAlign? Alignment(bool left, bool right) => (left, right) switch
    {
        (true, true) => TableColumnAlign.Center,
        (true, false) => TableColumnAlign.Left,
        (false, true) => TableColumnAlign.Right,
        _ => null,
    };
}
