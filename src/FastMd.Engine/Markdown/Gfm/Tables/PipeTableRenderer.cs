using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>Writes tables as GitHub does: alignment as an attribute, which survives where styles are not allowed.</summary>
internal sealed class PipeTableRenderer : HtmlObjectRenderer<PipeTable>
{
    protected override void Write(HtmlRenderer renderer, PipeTable table)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<table>").WriteLine("<thead>");
        WriteRow(renderer, table, (TableRow)table[0], "th");
        renderer.WriteLine("</thead>");
        if (table.Count > 1)
        {
            renderer.WriteLine("<tbody>");
            for (var i = 1; i < table.Count; i++)
            {
                WriteRow(renderer, table, (TableRow)table[i], "td");
            }

            renderer.WriteLine("</tbody>");
        }

        renderer.WriteLine("</table>");
    }

    private static void WriteRow(HtmlRenderer renderer, PipeTable table, TableRow row, string tag)
    {
        renderer.WriteLine("<tr>");
        for (var i = 0; i < table.ColumnDefinitions.Count; i++)
        {
            renderer.Write('<').Write(tag).Write(Alignment(table.ColumnDefinitions[i])).Write('>');
            if (i < row.Count && row[i] is TableCell { Count: > 0 } cell)
            {
                WriteCell((ReusableHtmlRenderer)renderer, (LeafBlock)cell[0]);
            }

            renderer.Write("</").Write(tag).WriteLine('>');
        }

        renderer.WriteLine("</tr>");
    }

    private static void WriteCell(ReusableHtmlRenderer renderer, LeafBlock content)
    {
        renderer.References.Cell = content as EscapedCell;
        renderer.WriteLeafInline(content);
        renderer.References.Cell = null;
    }

    private static string Alignment(TableColumnDefinition column) => column.Alignment switch
    {
        TableColumnAlign.Left => " align=\"left\"",
        TableColumnAlign.Center => " align=\"center\"",
        TableColumnAlign.Right => " align=\"right\"",
        _ => "",
    };
}
