using FastMd.Engine.Markdown.Links;
using Markdig.Helpers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Definitions;

/// <summary>
/// Takes link definitions off the beginning of a paragraph. Markdig goes through all lines that are left for each, and takes one for text
/// whose title has no end in the next line.
/// </summary>
internal static class DefinitionReader
{
    /// <summary>Takes them off; gives them in order.</summary>
    /// <param name="lines">The paragraph's lines, of which those without definitions are left.</param>
    public static IReadOnlyList<LinkReferenceDefinition> Take(ref StringLineGroup lines)
    {
        if (lines.Count == 0 || !lines.Lines[0].Slice.AsSpan().TrimStart(" \t").StartsWith("["))
        {
            return [];
        }

        var definitions = new List<LinkReferenceDefinition>();
        var rest = lines.ToString().AsSpan();
        var first = 0;
        while (TryRead(rest, out var definition, out var length))
        {
            definition.Line = lines.Lines[first].Line;
            definitions.Add(definition);
            first += LinesIn(rest[..length]);
            rest = rest[length..];
        }

        if (definitions.Count > 0)
        {
            lines = rest.IsEmpty ? new StringLineGroup(1) : Rest(lines, first);
        }

        return definitions;
    }

    /// <summary>Reads the definition that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="length">How long it is, with the end of its last line.</param>
    private static bool TryRead(ReadOnlySpan<char> text, out LinkReferenceDefinition definition, out int length)
    {
        definition = null!;
        length = 0;
        var at = PassSpaces(text, 0);
        if (at >= text.Length || text[at] != '[' || !LinkLabel.TryRead(text[at..], out var label, out var labelLength))
        {
            return false;
        }

        at += labelLength;
        if (at >= text.Length || text[at] != ':')
        {
            return false;
        }

        at = PassSpacesAndLine(text, at + 1);
        if (!LinkDestination.TryRead(text[at..], out var url, out var urlLength) || urlLength == 0)
        {
            return false;
        }

        at += urlLength;
        var title = TitleAt(text, at, out var end) ?? (TryPassLine(text, at, out end) ? "" : null);
        if (title is null)
        {
            return false;
        }

        definition = new(label, url, title.Length > 0 ? title : null);
        length = end;
        return true;
    }

    /// <summary>The title after a destination, if the line ends with it; null where there is none.</summary>
    private static string? TitleAt(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var start = PassSpacesAndLine(text, at);
        return start > at && LinkTitle.TryRead(text[start..], out var title, out var length) && TryPassLine(text, start + length, out end) ? title : null;
    }

    private static int PassSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private static int PassSpacesAndLine(ReadOnlySpan<char> text, int at) => TryPassLine(text, at, out var next) ? PassSpaces(text, next) : PassSpaces(text, at);

    /// <summary>Whether nothing but spaces is left of a line, and where the next begins.</summary>
    private static bool TryPassLine(ReadOnlySpan<char> text, int at, out int next)
    {
        next = PassSpaces(text, at);
        if (next == text.Length)
        {
            return true;
        }

        var length = text[next..].StartsWith("\r\n") ? 2 : text[next] is '\r' or '\n' ? 1 : 0;
        next += length;
        return length > 0;
    }

    private static int LinesIn(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    private static StringLineGroup Rest(StringLineGroup lines, int first)
    {
        var rest = new StringLineGroup(lines.Count - first + 1);
        for (var i = first; i < lines.Count; i++)
        {
            rest.Add(ref lines.Lines[i]);
        }

        return rest;
    }
}
