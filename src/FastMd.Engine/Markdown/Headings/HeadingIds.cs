using FastMd.Engine.Documents;
using Markdig.Extensions.Emoji;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

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
        if (Id(heading, text, slugger) is not { Length: > 0 } id)
        {
            return new(heading.Level, text, null);
        }

        heading.GetAttributes().Id = id;
        return new(heading.Level, text, id);
    }

    /// <summary>The id of a heading: the author's own, or else the one that its text gives it; null or empty where it has none.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="text">Its text.</param>
    /// <param name="slugger">Makes ids of text; null where headings have none of that kind.</param>
    public static string? Id(HeadingBlock heading, string text, GitHubSlugger? slugger)
    {
        if (CustomHeadingId.Of(heading) is { } chosen)
        {
            slugger?.Take(chosen);
            return chosen;
        }

        return slugger?.Next(HasEmoji(heading) ? HeadingText.WithShortcodes(heading) : text);
    }

    // GitHub makes ids before emoji take the place of their shortcodes.
    private static bool HasEmoji(HeadingBlock heading)
    {
        for (Inline? inline = heading.Inline; inline is not null; inline = InlineOrder.Next(heading.Inline!, inline))
        {
            if (inline is EmojiInline)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The plain text of a heading, as a reader sees it.</summary>
internal static class HeadingText
{
    public static string Of(HeadingBlock heading) => InlineText.Of(heading.Inline, lineBreak: ' ', entersImages: false);

    /// <summary>The same, with emoji as the shortcodes that the author wrote.</summary>
    public static string WithShortcodes(HeadingBlock heading) => InlineText.Of(heading.Inline, lineBreak: ' ', entersImages: false, keepsShortcodes: true);
}
