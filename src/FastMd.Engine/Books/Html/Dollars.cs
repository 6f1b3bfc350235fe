using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Keeps dollars of prose from being read as math: two in a paragraph might be.</summary>
internal static class Dollars
{
    /// <summary>The same text, its dollars escaped where there are several, or math besides.</summary>
    public static List<Node> Escaped(List<Node> nodes)
    {
        var count = 0;
        foreach (var node in Walk.All(nodes))
        {
            count += node is Text text ? text.Value.AsSpan().Count('$') : node is MathSpan ? 2 : 0;
        }

        return count > 1 ? Rewritten(nodes) : nodes;
    }

    private static List<Node> Rewritten(List<Node> nodes)
    {
        var rewritten = new List<Node>(nodes.Count + 4);
        foreach (var node in nodes)
        {
            if (node is Text text && text.Value.Contains('$', StringComparison.Ordinal))
            {
                Split(text.Value, rewritten);
                continue;
            }

            if (node is Parent parent)
            {
                parent.Children = Rewritten(parent.Children);
            }

            rewritten.Add(node);
        }

        return rewritten;
    }

    private static void Split(string text, List<Node> output)
    {
        var parts = text.Split('$');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                output.Add(new Text("$") { IsEscaped = true });
            }

            if (parts[i].Length > 0)
            {
                output.Add(new Text(parts[i]));
            }
        }
    }
}
