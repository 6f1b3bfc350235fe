using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Writing;

/// <summary>Writes tables without padding: what aligns columns for the eye is noise to a model.</summary>
/// <param name="inlines">Writes the content of cells.</param>
internal sealed class TableWriter(InlineWriter inlines)
{
    /// <summary>Writes a table.</summary>
    public void Write(TableNode table, LineWriter lines)
    {
        for (var i = 0; i < table.Children.Count; i++)
        {
            if (i > 0)
            {
                lines.EndLine();
            }

            lines.Write(RowOf((TableRowNode)table.Children[i], table.Sides.Count));
            if (i == 0)
            {
                lines.EndLine();
                lines.Write("| " + string.Join(" | ", table.Sides.Select(MarkOf)) + " |");
            }
        }
    }

    /// <summary>A row as Markdown.</summary>
    private string RowOf(TableRowNode row, int columns)
    {
        var text = new System.Text.StringBuilder("|");
        for (var i = 0; i < Math.Max(columns, row.Children.Count); i++)
        {
            var cell = i < row.Children.Count ? inlines.Write(((TableCellNode)row.Children[i]).Children, new() { IsInCell = true, IsOneLine = true }) : "";
            text.Append(cell.Length > 0 ? " " : "").Append(cell.ReplaceLineEndings(" ")).Append(" |");
        }

        return text.ToString();
    }

    private static string MarkOf(ColumnSide side) => side switch
    {
        ColumnSide.Left => ":--",
        ColumnSide.Center => ":-:",
        ColumnSide.Right => "--:",
        _ => "---",
    };
}
