using FastMd.Engine.Context.Tree;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Asks where links lead, so that those that lead to nothing are reported, and changes none.</summary>
internal static class LinkWalk
{
    /// <summary>Goes over all links.</summary>
    public static void Ask(List<Node> nodes, DocumentReferences references)
    {
        foreach (var link in Walk.All(nodes).OfType<Link>())
        {
            references.Resolve(link.Url, link.IsImage ? LinkKind.Embedded : LinkKind.Link, link.Start);
        }
    }
}
