namespace FastMd.Engine.Context.Tree;

/// <summary>A node of the tree that Markdown is written from, whatever a document was read as.</summary>
internal abstract class Node
{
    /// <summary>Where it begins in the source; negative where it stands for nothing in it.</summary>
    public int Start { get; set; } = -1;
}

/// <summary>A node that holds others.</summary>
internal abstract class Parent : Node
{
    /// <summary>What it holds, in order. Blocks hold blocks or text, never both, once a document is cleaned.</summary>
    public List<Node> Children { get; set; } = [];

    /// <summary>The last node in it; null where it is empty.</summary>
    public Node? Last => Children.Count > 0 ? Children[^1] : null;
}

/// <summary>A document, or what takes the place of one node.</summary>
internal sealed class Fragment : Parent;
