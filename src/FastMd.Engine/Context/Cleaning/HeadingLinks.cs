using FastMd.Engine.Context.Tree;
using FastMd.Engine.Markdown.Headings;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Has links within a document lead to the ids that its headings have in the output, where ids that authors chose are not written.</summary>
internal static class HeadingLinks
{
    /// <summary>Mends the links of a document.</summary>
    /// <returns>Whether any heading has another id than in the source, or says so no more.</returns>
    public static bool Follow(List<Node> document)
    {
        var slugger = new GitHubSlugger();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var isChanged = Collect(document, slugger, ids);
        if (ids.Count > 0)
        {
            Follow(document, ids);
        }

        return isChanged || ids.Count > 0;
    }

    private static bool Collect(List<Node> nodes, GitHubSlugger slugger, Dictionary<string, string> ids)
    {
        var isChanged = false;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is HeadingNode heading)
            {
                var id = slugger.Next(PlainText.Of(heading.Children).Replace('\n', ' '));
                if (heading.Id is { Length: > 0 } before && before != id)
                {
                    ids.TryAdd(before, id);
                }

                if (heading.ChosenId is not null)
                {
                    isChanged = true;
                    nodes[i] = new HeadingNode(heading.Level) { Start = heading.Start, Id = id, Children = heading.Children };
                }
            }
            else if (nodes[i] is Parent parent and not (Paragraph or TableNode))
            {
                isChanged |= Collect(parent.Children, slugger, ids);
            }
        }

        return isChanged;
    }

    private static void Follow(List<Node> nodes, Dictionary<string, string> ids)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is Link { Url: ['#', .. var id] } link && ids.TryGetValue(id, out var slug))
            {
                nodes[i] = new Link { Url = "#" + slug, Title = link.Title, IsImage = link.IsImage, Start = link.Start, Children = link.Children };
            }

            if (nodes[i] is Parent parent)
            {
                Follow(parent.Children, ids);
            }
        }
    }
}
