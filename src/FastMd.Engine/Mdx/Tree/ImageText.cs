using System.Text;
using FastMd.Engine.Markdown;
using FastMd.Engine.Mdx.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>The text that stands for an image: what its description says, without marks.</summary>
internal static class ImageText
{
    public static string Of(LinkInline image)
    {
        if (image.FirstChild is not { } first)
        {
            return "";
        }

        if (first.NextSibling is null && first is LiteralInline only)
        {
            return only.Content.ToString();
        }

        var text = new StringBuilder();
        for (var inline = first; inline is not null; inline = InlineOrder.Next(image, inline))
        {
            Append(text, inline);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.ContentSpan);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case MdxExpressionInline expression:
                text.Append(expression.Content.AsSpan());
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
        }
    }
}
