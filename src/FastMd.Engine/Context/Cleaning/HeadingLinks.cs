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
        var isChanged = false;
        foreach (var heading in Walk.All(document, entersText: false).OfType<HeadingNode>())
        {
            var id = slugger.Next(PlainText.Of(heading.Children).Replace('\n', ' '));
            if (heading.Id is { Length: > 0 } before && before != id)
            {
                ids.TryAdd(before, id);
            }

            isChanged |= heading.ChosenId is not null;
            heading.ChosenId = null;
        }

        if (ids.Count == 0)
        {
            return isChanged;
        }

        foreach (var link in Walk.All(document).OfType<Link>())
        {
            if (link.Url is ['#', .. var id] && ids.TryGetValue(id, out var slug))
            {
                link.Url = "#" + slug;
            }
        }

        return true;
    }
}
