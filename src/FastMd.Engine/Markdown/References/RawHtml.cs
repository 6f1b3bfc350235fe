using System.Net;
using System.Text;
using FastMd.Engine.Documents;

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
            var use = UseOf(attributes.Tag, attributes.Name);
            if (use == AttributeUse.None || attributes.Value.IsWhiteSpace())
            {
                continue;
            }

            var value = Decoded(attributes.Value);
            if (use == AttributeUse.Anchor)
            {
                references.AddAnchor(value);
                continue;
            }

            var offset = offsetOf(attributes.TagStart);
            var resolved = use switch
            {
                AttributeUse.SourceSet => SourceSet.Rewrite(value, url => references.Resolve(url, LinkKind.Embedded, offset)),
                AttributeUse.Embedded => references.Resolve(value, LinkKind.Embedded, offset),
                _ => references.Resolve(value, LinkKind.Link, offset),
            };
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

    private static string Decoded(ReadOnlySpan<char> value)
    {
        var text = value.Trim().ToString();
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    private static AttributeUse UseOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> name) => name.Length switch
    {
        2 when Is(name, "id") => AttributeUse.Anchor,
        3 when Is(name, "src") => AttributeUse.Embedded,
        4 when Is(name, "href") => Is(tag, "link") || Is(tag, "image") || Is(tag, "use") ? AttributeUse.Embedded
            : Is(tag, "base") ? AttributeUse.None
            : AttributeUse.Link,
        4 when Is(name, "name") && Is(tag, "a") => AttributeUse.Anchor,
        6 when Is(name, "poster") => AttributeUse.Embedded,
        6 when Is(name, "srcset") => AttributeUse.SourceSet,
        _ => AttributeUse.None,
    };

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private enum AttributeUse
    {
        None,
        Anchor,
        Link,
        Embedded,
        SourceSet,
    }
}
