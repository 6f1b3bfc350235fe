using FastMd.Engine.Context.Tree;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Asks where links lead, so that those that lead to nothing are reported, and changes none.</summary>
internal static class LinkWalk
{
    /// <summary>Goes over all links, and over HTML, which may also be linked to.</summary>
    public static void Ask(List<Node> nodes, DocumentReferences references)
    {
        foreach (var node in Walk.All(nodes))
        {
            switch (node)
            {
                case Link link:
                    references.Resolve(link.Url, link.IsImage ? LinkKind.Embedded : LinkKind.Link, link.Start);
                    break;
                case HtmlNode html:
                    HtmlReferences.Resolve(html, references);
                    break;
                case InlineHtml html:
                    HtmlReferences.Resolve(html, references);
                    break;
            }
        }
    }
}
