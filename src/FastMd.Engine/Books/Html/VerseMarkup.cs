namespace FastMd.Engine.Books.Html;

/// <summary>Lines of poems that are blocks of their own: they stay lines of one paragraph.</summary>
internal static class VerseMarkup
{
    private static readonly string[] Stanzas = ["stanza", "linegroup", "line-group", "lg", "strophe"];

    private static readonly string[] Poems = ["poem", "poetry", "verse"];

    /// <summary>Whether a block is a line of a poem.</summary>
    public static bool IsLine(MarkupElement element)
        => element switch
        {
            { Name: "line" } => IsPlain(element),
            { Name: "div", Parent: { Name: "div" or "section" or "blockquote" } parent } => (IsCalled(parent, Stanzas) || IsCalled(parent, Poems)) && IsPlain(element),
            { Name: "p", Parent: { Name: "div" or "section" or "blockquote" } parent } => IsCalled(parent, Stanzas) && IsPlain(element),
            _ => false,
        };

    private static bool IsCalled(MarkupElement element, string[] names)
    {
        foreach (var name in names)
        {
            if (element.Has("class", name) || element.Has("epub:type", name))
            {
                return true;
            }
        }

        return false;
    }

    // A line holds neither blocks nor other lines.
    private static bool IsPlain(MarkupElement element)
        => !MarkupSearch.Below(element).Any(static inner => inner.Name == "br" || BlockMarkup.Is(inner.Name) || BlockMarkup.IsHeading(inner.Name));
}
