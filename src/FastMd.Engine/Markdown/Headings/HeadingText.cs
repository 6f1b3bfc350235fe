using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Headings;

/// <summary>The plain text of a heading, as a reader sees it.</summary>
internal static class HeadingText
{
    public static string Of(HeadingBlock heading)
    {
        if (heading.Inline is not { FirstChild: { } first })
        {
            return "";
        }

        // Most headings are one run of text.
        if (first.NextSibling is null && first is LiteralInline only)
        {
            return only.Content.ToString();
        }

        var text = new StringBuilder();
        for (var inline = first; inline is not null; inline = InlineOrder.Next(heading.Inline, inline, enters: !IsImage(inline)))
        {
            Append(text, inline);
        }

        return text.ToString();
    }

    private static bool IsImage(Inline inline) => inline is LinkInline { IsImage: true };

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline autolink:
                text.Append(autolink.Url);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
        }
    }
}
