using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;

namespace FastMd.Engine.Books.Html;

/// <summary>
/// Tables: of Markdown where that can say as much; HTML where cells span others or hold blocks; blocks one after the other where a table does
/// nothing but place them on the page.
/// </summary>
internal static class TableMarkup
{
    /// <summary>Adds a table.</summary>
    public static void Add(MarkupConverter converter, MarkupElement table, Flow flow)
    {
        flow.EndParagraph();
        foreach (var other in table.Elements.Where(static child => child.Name is not ("tr" or "thead" or "tbody" or "tfoot" or "colgroup" or "col")))
        {
            // A caption, or what stands where it must not.
            converter.Add(other, flow);
            flow.EndParagraph();
        }

        var rows = TableRows.Of(converter, table, flow);
        if (rows.Count == 0)
        {
            return;
        }

        if (IsLayout(table, rows))
        {
            foreach (var block in rows.SelectMany(static row => row.Cells).SelectMany(static cell => cell.Content))
            {
                flow.Block(block);
            }
        }
        else if (rows.TrueForAll(static row => row.Cells.TrueForAll(static cell => cell.FitsMarkdown)) || rows.Exists(static row => row.Cells.Exists(static cell => cell.NeedsMarkdown)))
        {
            flow.Block(MarkdownOf(rows));
        }
        else
        {
            flow.Block(new HtmlNode(HtmlText.Table(rows.Select(static row => row.Cells.Select(static cell => new HtmlCell(cell.IsHead, cell.Content, cell.RowSpan, cell.ColumnSpan))))));
        }
    }

    private static bool IsLayout(MarkupElement table, List<TableRow> rows)
        => table.Has("role", "presentation") || table.Has("role", "none")
            || rows.Max(static row => row.Cells.Count) == 1
            || IsRagged(rows)
            || rows.Exists(static row => row.Cells.Exists(static cell => cell.IsLarge));

    /// <summary>Whether a table would have far more empty places than cells: one row that is as wide as no table is.</summary>
    private static bool IsRagged(List<TableRow> rows)
    {
        const long MostPlaces = 200_000;
        var cells = rows.Sum(static row => (long)row.Cells.Count);
        return Math.Max(MostPlaces, cells * 4) < (long)rows.Count * rows.Max(static row => row.Cells.Count);
    }

    private static TableNode MarkdownOf(List<TableRow> rows)
    {
        var grid = TableRows.GridOf(rows);
        var columns = grid.Max(static row => row.Count);
        var hasHead = rows[0].IsHead;
        var sides = Enumerable.Range(0, columns).Select(column => grid.Select(row => row.ElementAtOrDefault(column)?.Side ?? ColumnSide.None).FirstOrDefault(static side => side != ColumnSide.None));
        var made = grid.Select(row => (Node)new TableRowNode { Children = [.. Enumerable.Range(0, columns).Select(column => new TableCellNode { Children = TextOf(row.ElementAtOrDefault(column)?.Content ?? []) })] }).ToList();
        if (!hasHead)
        {
            made.Insert(0, new TableRowNode { Children = [.. Enumerable.Range(0, columns).Select(static _ => new TableCellNode())] });
        }

        return new([.. sides]) { Children = made };
    }

    /// <summary>Blocks as text, a line for each.</summary>
    private static List<Node> TextOf(List<Node> blocks)
    {
        var text = new List<Node>();
        foreach (var block in blocks)
        {
            List<Node> line = block switch
            {
                Paragraph paragraph => paragraph.Children,
                HeadingNode heading => [new Emphasis(EmphasisKind.Strong) { Children = heading.Children }],
                CodeNode code => [new CodeSpan(MarkupSearch.OneLine(code.Text))],
                MathNode math => [new MathSpan($"${math.Text}$")],
                HtmlNode html => [new InlineHtml(html.Text)],
                Parent parent => TextOf(parent.Children),
                _ => [],
            };
            if (text.Count > 0 && line.Count > 0)
            {
                text.Add(new HardBreak());
            }

            text.AddRange(line);
        }

        return text;
    }
}
