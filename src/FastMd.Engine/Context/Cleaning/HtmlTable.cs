using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Makes a table of Markdown of one in HTML, where Markdown can say as much; otherwise HTML without what is for the eye.</summary>
/// <param name="elements">Reads properties.</param>
/// <param name="cleaner">Cleans what is in cells.</param>
internal sealed class HtmlTable(HtmlElements elements, Cleaner cleaner)
{
    /// <summary>The table.</summary>
    public Node Of(Element table)
    {
        var rows = Rows(table).Select(row => new Row(CellsOf(row))).Where(static row => row.Cells.Count > 0).ToList();
        if (rows.Count == 0)
        {
            return new Paragraph { Children = cleaner.InText(table.Children) };
        }

        return rows.TrueForAll(static row => row.Cells.TrueForAll(static cell => cell.FitsMarkdown))
            ? MarkdownOf(rows, table.Start)
            : HtmlOf(rows, table.Start);
    }

    private static IEnumerable<Element> Rows(Element table)
        => table.Children.OfType<Element>().SelectMany(static child => child.Name?.Text switch
        {
            "tr" => [child],
            "thead" or "tbody" or "tfoot" or null => Rows(child),
            _ => [],
        });

    private List<Cell> CellsOf(Element row)
    {
        var cells = new List<Cell>();
        foreach (var cell in row.Children.OfType<Element>())
        {
            if (cell.Name is { Text: "td" or "th" } name)
            {
                cells.Add(new(
                    name.Text == "th",
                    cleaner.Flow(cell.Children),
                    SpanOf(cell, "rowSpan", "rowspan"),
                    SpanOf(cell, "colSpan", "colspan"),
                    SideOf(cell)));
            }
        }

        return cells;
    }

    private int SpanOf(Element cell, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (int.TryParse(elements.TextOf(cell, name), out var span))
            {
                return span;
            }
        }

        return 1;
    }

    private ColumnSide SideOf(Element cell)
    {
        var side = elements.TextOf(cell, "align");
        if (side is null && cell.Attributes.FirstOrDefault(static attribute => attribute.Name == "style") is { } style
            && cleaner.Scope.TryEvaluate(style, out var value) && value is IReadOnlyDictionary<string, object?> styles && styles.TryGetValue("textAlign", out var align))
        {
            side = align as string;
        }

        return side?.ToLowerInvariant() switch { "left" => ColumnSide.Left, "center" => ColumnSide.Center, "right" => ColumnSide.Right, _ => ColumnSide.None };
    }

    private static TableNode MarkdownOf(List<Row> rows, int start)
    {
        // Without a head of its own, it has an empty one.
        var hasHead = rows[0].Cells.TrueForAll(static cell => cell.IsHead);
        var columns = rows.Max(static row => row.Cells.Count);
        var sides = Enumerable.Range(0, columns).Select(column => rows.Select(row => column < row.Cells.Count ? row.Cells[column].Side : ColumnSide.None).FirstOrDefault(static side => side != ColumnSide.None));
        var made = rows.Select(row => new TableRowNode { Children = [.. row.Cells.Select(static cell => new TableCellNode { Children = TextOf(cell.Content) })] });
        return new([.. sides])
        {
            Start = start,
            Children = hasHead ? [.. made] : [new TableRowNode { Children = [.. Enumerable.Range(0, columns).Select(static _ => new TableCellNode())] }, .. made],
        };
    }

    private static List<Node> TextOf(List<Node> blocks)
    {
        var text = new List<Node>();
        foreach (var block in blocks)
        {
            if (text.Count > 0)
            {
                text.Add(new HardBreak());
            }

            text.AddRange(((Parent)block).Children);
        }

        return text;
    }

    private static HtmlNode HtmlOf(List<Row> rows, int start)
        => new(HtmlText.Table(rows.Select(static row => row.Cells.Select(static cell => new HtmlCell(cell.IsHead, cell.Content, cell.RowSpan, cell.ColumnSpan))))) { Start = start };

    private sealed record Row(List<Cell> Cells);

    private sealed record Cell(bool IsHead, List<Node> Content, int RowSpan, int ColumnSpan, ColumnSide Side)
    {
        public bool FitsMarkdown => RowSpan == 1 && ColumnSpan == 1 && Content.TrueForAll(static block => block is Paragraph);
    }
}
