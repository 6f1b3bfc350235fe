using System.Text;
using Markdig.Extensions.Emoji;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown;

/// <summary>What inline Markdown says, without marks.</summary>
internal static class InlineText
{
    /// <summary>The text of all that is in a container; empty where there is none.</summary>
    /// <param name="container">The container.</param>
    /// <param name="lineBreak">What stands for the end of a line.</param>
    /// <param name="entersImages">Whether the descriptions of images belong to it.</param>
    /// <param name="textOf">Gives the text of inlines that Markdown does not have; null where there are none.</param>
    /// <param name="keepsShortcodes">Whether emoji are called by the shortcodes that the author wrote.</param>
    public static string Of(ContainerInline? container, char lineBreak, bool entersImages, Func<Inline, string?>? textOf = null, bool keepsShortcodes = false)
    {
        if (container?.FirstChild is not { } first)
        {
            return "";
        }

        // Most are one run of text.
        if (first.NextSibling is null && first is LiteralInline and not EmojiInline)
        {
            return ((LiteralInline)first).Content.ToString();
        }

        var text = new StringBuilder();
        for (var inline = first; inline is not null; inline = InlineOrder.Next(container, inline, enters: entersImages || !IsImage(inline)))
        {
            Append(text, inline, lineBreak, textOf, keepsShortcodes);
        }

        return text.ToString();
    }

    private static bool IsImage(Inline inline) => inline is LinkInline { IsImage: true };

    private static void Append(StringBuilder text, Inline inline, char lineBreak, Func<Inline, string?>? textOf, bool keepsShortcodes)
    {
        switch (inline)
        {
            case EmojiInline { Match: { } shortcode } when keepsShortcodes:
                text.Append(shortcode);
                break;
            case MathInline math:
                text.Append('$').Append(math.Content.AsSpan()).Append('$');
                break;
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.ContentSpan);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline autolink:
                text.Append(autolink.Url);
                break;
            case LineBreakInline:
                text.Append(lineBreak);
                break;
            default:
                text.Append(textOf?.Invoke(inline));
                break;
        }
    }
}
