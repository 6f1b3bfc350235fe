using System.Net;
using System.Text;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Mdx;

namespace FastMd.Engine.Context.Writing;

/// <summary>Writes nodes as HTML where Markdown has no place for them.</summary>
internal static class HtmlText
{
    /// <summary>A table, a line for each row.</summary>
    /// <param name="rows">The cells of each row.</param>
    public static string Table(IEnumerable<IEnumerable<HtmlCell>> rows)
    {
        var html = new StringBuilder("<table>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                var tag = cell.IsHead ? "th" : "td";
                html.Append('<').Append(tag)
                    .Append(cell.RowSpan != 1 ? $" rowspan=\"{cell.RowSpan}\"" : "")
                    .Append(cell.ColumnSpan != 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "")
                    .Append('>');
                Append(html, cell.Content);
                html.Append("</").Append(tag).Append('>');
            }

            html.Append("</tr>\n");
        }

        return html.Append("</table>").ToString();
    }

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
                Wrap(html, list.FirstNumber is null or 1 ? name : $"ol start=\"{list.FirstNumber}\"", name, list);
                break;
            case HeadingNode heading:
                Wrap(html, $"h{heading.Level}", $"h{heading.Level}", heading);
                break;
            case Quote quote:
                Wrap(html, "blockquote", "blockquote", quote);
                break;
            case Rule:
                html.Append("<hr>");
                break;
            case MathNode math:
                html.Append(WebUtility.HtmlEncode(math.Text.Replace('\n', ' ')));
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

/// <summary>A cell of a table that is written as HTML.</summary>
internal readonly record struct HtmlCell(bool IsHead, List<Node> Content, int RowSpan, int ColumnSpan);
