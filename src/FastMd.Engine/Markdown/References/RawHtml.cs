using System.Net;
using System.Text;

namespace FastMd.Engine.Markdown.References;

/// <summary>References and ids in HTML that stands in Markdown.</summary>
internal static class RawHtml
{
    /// <summary>Takes in a piece of HTML; gives what to write instead, null where it stays as it is.</summary>
    /// <param name="html">The piece.</param>
    /// <param name="references">The document's references.</param>
    /// <param name="offsetOf">Where in the rendered part of the source a place of the piece is.</param>
    public static StringBuilder? Rewrite(ReadOnlySpan<char> html, DocumentReferences references, Func<int, int> offsetOf)
    {
        StringBuilder? rewritten = null;
        var copied = 0;
        var attributes = new HtmlAttributeReader(html, references.OpenElement);
        while (attributes.MoveNext())
        {
            if (!ReferringAttribute.Is(attributes.Tag, attributes.Name) || attributes.Value.IsWhiteSpace())
            {
                continue;
            }

            var value = Decoded(attributes.Value);
            var resolved = ReferringAttribute.Resolve(attributes.Tag, attributes.Name, value, references, offsetOf(attributes.TagStart));
            if (resolved != value)
            {
                rewritten = (rewritten ?? new(html.Length + 16))
                    .Append(html[copied..attributes.ValueStart])
                    .Append(WebUtility.HtmlEncode(resolved));
                copied = attributes.ValueStart + attributes.Value.Length;
            }
        }

        references.OpenElement = attributes.OpenElement;
        return rewritten?.Append(html[copied..]);
    }

    /// <summary>Takes in a tag that stands in text; gives what to write instead, null where it stays as it is.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="references">The document's references.</param>
    /// <param name="offset">Where in the rendered part of the source it begins.</param>
    public static StringBuilder? RewriteTag(string tag, DocumentReferences references, int offset)
        => MayMatter(tag, references) ? Rewrite(tag, references, _ => offset) : null;

    // Most tags have no attribute. Those of elements whose text is no HTML begin with one of two letters.
    private static bool MayMatter(string tag, DocumentReferences references)
        => references.OpenElement is not null
            || tag is ['<', 's' or 'S' or 't' or 'T', ..]
            || tag.Contains('=', StringComparison.Ordinal);

    private static string Decoded(ReadOnlySpan<char> value)
    {
        var text = value.Trim().ToString();
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }
}
