namespace FastMd.Engine.Mdx.Tree;

/// <summary>Takes the space off both ends of a document's content.</summary>
internal static class RootSpace
{
    public static void Trim(MdxTree tree)
    {
        var first = tree.Root.TakeChildren();
        while (first is not null && IsSpace(tree, first))
        {
            first = first.Next;
        }

        MdxNode? last = null;
        for (var node = first; node is not null; node = node.Next)
        {
            last = IsSpace(tree, node) ? last : node;
        }

        for (var node = first; node is not null && last is not null;)
        {
            var next = node == last ? null : node.Next;
            tree.Root.Append(node);
            node = next;
        }
    }

    private static bool IsSpace(MdxTree tree, MdxNode node) => node switch
    {
        MdxText text => tree.TextOf(text).Trim(" \t\r\n\f").IsEmpty,
        MdxExpression { Code.Literal: { } literal } => literal.AsSpan().Trim(" \t\r\n\f").IsEmpty,
        _ => false,
    };
}
