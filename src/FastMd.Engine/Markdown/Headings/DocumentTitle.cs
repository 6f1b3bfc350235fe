using System.Globalization;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Headings;

/// <summary>The title of a document.</summary>
internal static class DocumentTitle
{
    /// <summary>Front matter's title, else the first heading's text; null where there is neither.</summary>
    public static string? Of(IReadOnlyDictionary<string, object?>? frontMatter, MarkdownDocument blocks)
    {
        if (frontMatter is not null && frontMatter.TryGetValue("title", out var title) && title is string { Length: > 0 } or long)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{title}");
        }

        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading)
            {
                return HeadingText.Of(heading);
            }
        }

        return null;
    }
}
