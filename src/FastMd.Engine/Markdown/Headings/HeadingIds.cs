using FastMd.Engine.Documents;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Headings;

/// <summary>Gives every heading of a document its id; those written in HTML get theirs in between.</summary>
internal static class HeadingIds
{
    /// <summary>Assigns the ids; gives the headings.</summary>
    public static IReadOnlyList<Heading> Assign(MarkdownDocument document) => Collect(document, new());

    /// <summary>The headings of a document whose headings have no ids.</summary>
    public static IReadOnlyList<Heading> None(MarkdownDocument document) => Collect(document, slugger: null);

    private static List<Heading> Collect(MarkdownDocument document, GitHubSlugger? slugger)
    {
        var headings = new List<Heading>();
        Collect(document, headings, slugger, slugger is null ? null : new(slugger));
        return headings;
    }

    private static void Collect(ContainerBlock container, List<Heading> headings, GitHubSlugger? slugger, HtmlHeadings? html)
    {
        foreach (var block in container)
        {
            if (block is HeadingBlock heading)
            {
                headings.Add(Read(heading, slugger));
            }
            else if (block is ContainerBlock inner)
            {
                Collect(inner, headings, slugger, html);
            }
            else if (block is LeafBlock leaf)
            {
                html?.Read(leaf);
            }
        }
    }

    private static Heading Read(HeadingBlock heading, GitHubSlugger? slugger)
    {
        var text = HeadingText.Of(heading);
        if (slugger?.Next(text) is not { Length: > 0 } id)
        {
            return new(heading.Level, text, null);
        }

        heading.GetAttributes().Id = id;
        return new(heading.Level, text, id);
    }
}

/// <summary>The plain text of a heading, as a reader sees it.</summary>
internal static class HeadingText
{
    public static string Of(HeadingBlock heading) => InlineText.Of(heading.Inline, lineBreak: ' ', entersImages: false);
}
