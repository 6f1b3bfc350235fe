using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Headings;

/// <summary>The plain text of a heading, as a reader sees it.</summary>
internal static class HeadingText
{
    public static string Of(HeadingBlock heading) => InlineText.Of(heading.Inline, lineBreak: ' ', entersImages: false);
}
