using FastMd.Engine.Books.Html;

namespace FastMd.Engine.Books.Epub;

/// <summary>What notes and the marks that refer to them look like in books.</summary>
internal static class NoteShape
{
    // No note has as many elements; a chapter may.
    private const int LargestNote = 400;

    // Empty elements that may stand before a note's first word.
    private const int MostBefore = 20;

    /// <summary>Where an address leads.</summary>
    public static BookPlace TargetOf(string address, string from)
    {
        var (path, fragment) = EpubPath.Split(address);
        return new(path.Length == 0 ? from : EpubPath.Decoded(EpubPath.Resolve(from, path)), fragment);
    }

    /// <summary>The block that an element with an id stands for: itself, or the block that it begins; null where it stands inside one.</summary>
    public static MarkupElement? UnitOf(MarkupElement element)
    {
        if (IsBlock(element) || IsNote(element))
        {
            return element;
        }

        for (MarkupNode at = element; at.Parent is { } parent; at = parent)
        {
            // Nothing but space may stand before it.
            var count = 0;
            for (var before = at.Previous; before is not null; before = before.Previous)
            {
                if (++count > MostBefore || !MarkupSearch.IsBlank(before))
                {
                    return null;
                }
            }

            if (IsBlock(parent))
            {
                return parent.Name is "body" or "section" or "html" or "article" ? null : parent;
            }
        }

        return null;
    }

    /// <summary>What is known of a block that an id leads to.</summary>
    public static ScannedUnit Of(MarkupElement unit, MarkupElement target, int number, string path)
    {
        var isNote = IsNote(unit) || IsNote(target);
        var mayBe = isNote || unit.Name is "p" or "li" or "div" or "aside" or "dd" or "dt" or "td" or "blockquote" or "section";
        var count = 0;
        var back = new List<BookPlace>();
        var links = new List<MarkupElement>();
        foreach (var inner in MarkupSearch.Below(unit))
        {
            if (++count > LargestNote || (BlockMarkup.IsHeading(inner.Name) && !isNote))
            {
                mayBe = isNote;
                break;
            }

            if (inner.Name == "a" && inner["href"] is { Length: > 0 } address && !EpubPath.IsExternal(address))
            {
                links.Add(inner);
            }
        }

        foreach (var link in links)
        {
            var text = MarkupSearch.OneLine(link.Text);
            if (IsArrow(text) || link.IsOfType("backlink", "doc-backlink") || link.Has("epub:type", "referrer") || (IsMark(link, text) && Begins(link, unit)))
            {
                back.Add(TargetOf(link["href"]!, path));
            }
        }

        return new(number, isNote, mayBe && (isNote || HasText(unit, links)), back);
    }

    /// <summary>The ids that lead to a link: its own, and those of what it stands in, up to its block.</summary>
    public static List<string> IdsOf(MarkupElement link)
    {
        var ids = MarkupSearch.Below(link).Select(static inner => inner.Id).OfType<string>().ToList();
        for (var at = link; at is not null; at = at.Parent)
        {
            if (at.Id is { } id)
            {
                ids.Add(id);
            }

            if (IsBlock(at))
            {
                break;
            }

            // Many a mark has its id on an empty element before it.
            if (at.Previous is MarkupElement { Id: { } before } sibling && MarkupSearch.IsBlank(sibling))
            {
                ids.Add(before);
            }
        }

        return ids;
    }

    /// <summary>Whether a link looks like the mark of a note.</summary>
    public static bool IsMark(MarkupElement link, string text)
    {
        var mark = text.Trim('[', ']', '(', ')', '{', '}', '.', ':', ' ', '\u200A', '\u2060');
        if (mark.Length is 0 or > 6 || mark.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }

        return mark.All(char.IsAsciiDigit)
            || mark.All(static c => c is '*' or '†' or '‡' or '§' or '¶' or '#' or '‖' or '※' or '⁎' or '∗')
            || mark.All(static c => c is '⁰' or '¹' or '²' or '³' or (>= '⁴' and <= '⁹'))
            || link.IsOfType("noteref", "doc-noteref")
            || MarkupSearch.Above(link).TakeWhile(static above => !IsBlock(above)).Any(static above => above.Name == "sup")
            || MarkupSearch.Below(link).Any(static inner => inner.Name == "sup")
            || (mark.Length <= 4 && mark.All(char.IsAsciiLetterOrDigit) && (link["class"] ?? "").Contains("note", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a text looks like what leads back.</summary>
    public static bool IsArrow(string text)
        => text.Length is > 0 and < 30 && (text.IndexOfAny(['↩', '↑', '←', '⏎', '⤴', '↵', '⮌', '^', '«', '↖', '↺']) >= 0
            || text.Trim('[', ']', '(', ')', '.', ' ').ToUpperInvariant() is "BACK" or "RETURN" or "GO BACK" or "RETURN TO TEXT" or "BACK TO TEXT" or "RETURN TO REFERENCE");

    private static bool IsNote(MarkupElement element)
        => element.IsOfType("footnote", "doc-footnote") || element.IsOfType("endnote", "doc-endnote") || element.IsOfType("rearnote", "doc-endnote") || element.Has("epub:type", "note") || element.Name == "note";

    private static bool IsBlock(MarkupElement element) => BlockMarkup.Is(element.Name) || BlockMarkup.IsHeading(element.Name);

    /// <summary>Whether nothing with letters or digits stands before a link.</summary>
    private static bool Begins(MarkupElement link, MarkupElement unit)
    {
        foreach (var node in MarkupSearch.All(unit))
        {
            if (node == link)
            {
                return true;
            }

            if (node is MarkupText text && text.Value.Any(char.IsLetterOrDigit))
            {
                return false;
            }
        }

        return false;
    }

    private static bool HasText(MarkupElement unit, List<MarkupElement> links)
        => unit.Name == "dt" || MarkupSearch.All(unit).OfType<MarkupText>().Any(text => text.Value.Any(char.IsLetterOrDigit) && !MarkupSearch.Above(text).Any(links.Contains));
}
