using System.Text;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Makes the tree of Markdown of blocks.</summary>
internal static class BlockTree
{
    /// <summary>Adds the nodes of a block.</summary>
    public static void Add(Block block, List<Node> nodes)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                AddParagraph(paragraph, nodes);
                break;
            case HeadingBlock heading:
                nodes.Add(new HeadingNode(heading.Level) { Children = RunNodes.Of(heading.Text.Runs, RunStyle.Bold) });
                break;
            case ListBlock list:
                ListTree.Add(list, nodes);
                break;
            case CodeBlock code:
                nodes.Add(new CodeNode { Text = Joined(code.Lines) });
                break;
            case TableBlock table:
                AddTable(table, nodes);
                break;
        }
    }

    private static void AddParagraph(ParagraphBlock paragraph, List<Node> nodes)
    {
        var children = RunNodes.Of(paragraph.Text.Runs, RunStyle.None);
        if (children.Count > 0)
        {
            nodes.Add(new Paragraph { Children = children });
        }
    }

    private static string Joined(List<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static void AddTable(TableBlock table, List<Node> nodes)
    {
        var node = new TableNode(new ColumnSide[table.Table.Columns]);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = new TableRowNode();
            foreach (var cell in table.Rows[i])
            {
                row.Children.Add(new TableCellNode { Children = RunNodes.Of(cell.Runs, i == 0 ? RunStyle.Bold : RunStyle.None) });
            }

            node.Children.Add(row);
        }

        nodes.Add(node);
    }
}
