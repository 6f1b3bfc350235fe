using FastMd.Engine.Documents;

namespace FastMd.Engine.Markdown.References;

/// <summary>Attributes of HTML that refer to something, or that can be referred to.</summary>
internal static class ReferringAttribute
{
    /// <summary>Takes in an attribute; gives the value to write.</summary>
    /// <param name="tag">Name of the element.</param>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="value">Its value, entities resolved.</param>
    /// <param name="references">The document's references.</param>
    /// <param name="offset">Where in the rendered part of the source the element begins.</param>
    public static string Resolve(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, string value, DocumentReferences references, int offset)
    {
        switch (UseOf(tag, name))
        {
            case AttributeUse.Anchor:
                references.AddAnchor(value);
                return value;
            case AttributeUse.SourceSet:
                return ResolveSources(value, references, offset);
            case AttributeUse.Embedded:
                return references.Resolve(value, LinkKind.Embedded, offset);
            case AttributeUse.Link:
                return references.Resolve(value, LinkKind.Link, offset);
            default:
                return value;
        }
    }

    /// <summary>Whether an attribute is one of them.</summary>
    public static bool Is(ReadOnlySpan<char> tag, ReadOnlySpan<char> name) => UseOf(tag, name) != AttributeUse.None;

    /// <summary>Whether an attribute is the name of a place.</summary>
    public static bool IsAnchor(ReadOnlySpan<char> tag, ReadOnlySpan<char> name) => UseOf(tag, name) == AttributeUse.Anchor;

    private static string ResolveSources(string value, DocumentReferences references, int offset)
    {
        var isDropped = false;
        var rewritten = SourceSet.Rewrite(value, url =>
        {
            var resolved = references.Resolve(url, LinkKind.Embedded, offset);
            isDropped |= resolved.Length == 0;
            return resolved;
        });

        // Without its address the width of an image would be taken for one.
        return isDropped ? "" : rewritten;
    }

    private static AttributeUse UseOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> name) => name.Length switch
    {
        2 when Equal(name, "id") => AttributeUse.Anchor,
        3 when Equal(name, "src") => AttributeUse.Embedded,
        4 when Equal(name, "href") => Equal(tag, "link") || Equal(tag, "image") || Equal(tag, "use") ? AttributeUse.Embedded
            : Equal(tag, "base") ? AttributeUse.None
            : AttributeUse.Link,
        4 when Equal(name, "name") && Equal(tag, "a") => AttributeUse.Anchor,
        4 when Equal(name, "data") && Equal(tag, "object") => AttributeUse.Embedded,
        6 when Equal(name, "poster") => AttributeUse.Embedded,
        6 when Equal(name, "srcset") => AttributeUse.SourceSet,
        _ => AttributeUse.None,
    };

    private static bool Equal(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private enum AttributeUse
    {
        None,
        Anchor,
        Link,
        Embedded,
        SourceSet,
    }
}
