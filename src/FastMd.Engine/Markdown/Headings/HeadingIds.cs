using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Headings;

/// <summary>Gives every heading of a document its id.</summary>
internal static class HeadingIds
{
    public static void Assign(MarkdownDocument document)
    {
        // Most documents of a batch have headings; those that have none need no slugger.
        GitHubSlugger? slugger = null;
        Assign(document, ref slugger);
    }

    private static void Assign(ContainerBlock container, ref GitHubSlugger? slugger)
    {
        foreach (var block in container)
        {
            if (block is HeadingBlock heading)
            {
                slugger ??= new();
                if (slugger.Next(HeadingText.Of(heading)) is { Length: > 0 } id)
                {
                    heading.GetAttributes().Id = id;
                }
            }
            else if (block is ContainerBlock inner)
            {
                Assign(inner, ref slugger);
            }
        }
    }
}
