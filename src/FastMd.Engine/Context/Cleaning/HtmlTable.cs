using System.Net;
using System.Text;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Mdx;

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
    {
        var html = new StringBuilder("<table>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                var tag = cell.IsHead ? "th" : "td";
                html.Append('<').Append(tag)
                    .Append(cell.RowSpan != 1 ? $" rowspan=\"{cell.RowSpan}\"" : "")
                    .Append(cell.ColumnSpan != 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "")
                    .Append('>');
                HtmlText.Append(html, cell.Content);
                html.Append("</").Append(tag).Append('>');
            }

            html.Append("</tr>\n");
        }

        return new(html.Append("</table>").ToString()) { Start = start };
    }

    private sealed record Row(List<Cell> Cells);

    private sealed record Cell(bool IsHead, List<Node> Content, int RowSpan, int ColumnSpan, ColumnSide Side)
    {
        public bool FitsMarkdown => RowSpan == 1 && ColumnSpan == 1 && Content.TrueForAll(static block => block is Paragraph);
    }
}

/// <summary>Writes nodes as HTML where Markdown has no place for them.</summary>
internal static class HtmlText
{
    /// <summary>Appends blocks or text; a paragraph by itself is its text.</summary>
    public static void Append(StringBuilder html, List<Node> nodes)
    {
        NestingLimit.Check();
        if (nodes is [Paragraph only])
        {
            nodes = only.Children;
        }

        foreach (var node in nodes)
        {
            Append(html, node);
        }
    }

    private static void Append(StringBuilder html, Node node)
    {
        switch (node)
        {
            case Text text:
                html.Append(WebUtility.HtmlEncode(text.Value.Replace('\n', ' ')));
                break;
            case CodeSpan code:
                html.Append("<code>").Append(WebUtility.HtmlEncode(code.Value)).Append("</code>");
                break;
            case CodeNode code:
                // A blank line would end the HTML.
                html.Append("<pre><code>").Append(WebUtility.HtmlEncode(code.Text.TrimEnd('\n')).Replace("\n", "&#10;", StringComparison.Ordinal)).Append("</code></pre>");
                break;
            case HardBreak:
                html.Append("<br>");
                break;
            case InlineHtml raw:
                html.Append(raw.Text);
                break;
            case HtmlNode raw:
                html.Append(raw.Text.Replace('\n', ' '));
                break;
            case Autolink link:
                html.Append(WebUtility.HtmlEncode(link.Text));
                break;
            case MathSpan math:
                html.Append(WebUtility.HtmlEncode(math.Source));
                break;
            case Link { IsImage: true } image:
                html.Append($"<img src=\"{WebUtility.HtmlEncode(image.Url)}\" alt=\"{WebUtility.HtmlEncode(PlainText.Of(image.Children))}\">");
                break;
            case Link link:
                Wrap(html, $"a href=\"{WebUtility.HtmlEncode(link.Url)}\"", "a", link);
                break;
            case Emphasis emphasis:
                var tag = emphasis.Kind switch { EmphasisKind.Strong => "strong", EmphasisKind.Strike => "del", _ => "em" };
                Wrap(html, tag, tag, emphasis);
                break;
            case Paragraph paragraph:
                Wrap(html, "p", "p", paragraph);
                break;
            case ListNode list:
                var name = list.FirstNumber is null ? "ul" : "ol";
                Wrap(html, name, name, list);
                break;
            case ListItem item:
                Wrap(html, "li", "li", item);
                break;
            case Parent parent:
                Append(html, parent.Children);
                break;
        }
    }

    private static void Wrap(StringBuilder html, string open, string name, Parent parent)
    {
        html.Append('<').Append(open).Append('>');
        Append(html, parent.Children);
        html.Append("</").Append(name).Append('>');
    }
}
