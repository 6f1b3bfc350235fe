using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Makes nested lists of items that have levels.</summary>
internal static class ListTree
{
    public static void Add(ListBlock list, List<Node> nodes)
    {
        var position = 0;
        AddLevel(list.Items, ref position, 0, nodes);
    }

    private static void AddLevel(List<ItemBlock> items, ref int position, int level, List<Node> nodes)
    {
        ListNode? open = null;
        int? expected = null;
        while (position < items.Count && items[position].Level >= level)
        {
            var item = items[position];
            if (item.Level > level && open is not null)
            {
                AddLevel(items, ref position, item.Level, ((ListItem)open.Children[^1]).Children);
                continue;
            }

            // Markdown counts by itself: where the numbers do not go on, another list begins.
            if (open is null || (open.FirstNumber is null) != (item.Number is null) || (item.Number is not null && item.Number != expected))
            {
                nodes.Add(open = new ListNode { FirstNumber = item.Number });
            }

            expected = item.Number + 1;
            var children = RunNodes.Of(item.Text.Runs, RunStyle.None);
            var node = new ListItem();
            if (children.Count > 0)
            {
                node.Children.Add(new Paragraph { Children = children });
            }

            open.Children.Add(node);
            position++;
        }
    }
}
