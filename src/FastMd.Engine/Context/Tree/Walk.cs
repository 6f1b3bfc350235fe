namespace FastMd.Engine.Context.Tree;

/// <summary>Goes over nodes and all that they hold, however deep that nests: no stack overflows, as it would where each level called itself.</summary>
internal static class Walk
{
    /// <summary>
    /// All nodes, in the order of the document. What a node holds is looked at after the node: it may be changed until then.
    /// </summary>
    /// <param name="nodes">The nodes to begin with.</param>
    /// <param name="entersText">Whether what paragraphs, headings and tables hold is wanted.</param>
    public static IEnumerable<Node> All(List<Node> nodes, bool entersText = true)
    {
        var open = new Stack<(List<Node> Nodes, int Next)>();
        open.Push((nodes, 0));
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Nodes.Count)
            {
                continue;
            }

            open.Push((level.Nodes, level.Next + 1));
            var node = level.Nodes[level.Next];
            yield return node;
            if (node is Parent parent && (entersText || parent is not (Paragraph or HeadingNode or TableNode)))
            {
                open.Push((parent.Children, 0));
            }
        }
    }
}
