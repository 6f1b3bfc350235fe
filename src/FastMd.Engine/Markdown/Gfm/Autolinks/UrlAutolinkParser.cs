using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm.Autolinks;

/// <summary>
/// Links that are written as they are: <c>http://</c>, <c>https://</c>, <c>ftp://</c> and <c>www.</c>. It looks at colons and goes
/// back for the scheme, since a parser that looks at every h and f makes all text slower.
/// </summary>
internal sealed class UrlAutolinkParser : InlineParser
{
    private static readonly string[] Schemes = ["https", "http", "ftp"];

    public UrlAutolinkParser() => OpeningCharacters = [':', 'w', '<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) => slice.CurrentChar switch
    {
        ':' => MatchScheme(processor, ref slice),
        'w' => MatchWww(processor, ref slice),
        _ => NoteAnchor(processor, slice),
    };

    /// <summary>Whether a link is being written here already, in Markdown or in HTML: links do not nest.</summary>
    private bool IsInsideLink(InlineProcessor processor)
        => processor.ParserStates[Index] is not null || ParseContext.DelimitersOf(processor).IsInBracket;

    private bool NoteAnchor(InlineProcessor processor, StringSlice slice)
    {
        if (HtmlAnchor.TryRead(slice.AsSpan(), out var opens) && HtmlHelper.TryParseHtmlTag(ref slice, out _))
        {
            processor.ParserStates[Index] = opens ? this : null!;
        }

        return false;
    }

    private bool MatchScheme(InlineProcessor processor, ref StringSlice slice)
    {
        if (!slice.AsSpan().StartsWith("://", StringComparison.Ordinal)
            || processor.Inline is not LiteralInline literal
            || !ReferenceEquals(literal.Content.Text, slice.Text)
            || literal.Content.End != slice.Start - 1
            || SchemeBefore(literal.Content.AsSpan()) is not { } scheme)
        {
            return false;
        }

        var start = slice.Start - scheme.Length;
        var hostStart = scheme.Length + "://".Length;
        var text = slice.Text.AsSpan(start, slice.End - start + 1);
        var length = AutolinkText.Length(text, hostStart, needsDot: false);
        if (length == 0 || IsInsideLink(processor))
        {
            return false;
        }

        if (literal.Content.Length == scheme.Length)
        {
            literal.Remove();
        }
        else
        {
            literal.Content.End -= scheme.Length;
        }

        processor.Inline = AutolinkText.Link(processor, slice.Text, start, length, "");
        slice.Start = start + length;
        return true;
    }

    private bool MatchWww(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("www.", StringComparison.Ordinal) || text.Length == "www.".Length)
        {
            return false;
        }

        var before = slice.PeekCharExtra(-1);
        if (processor.Inline is not null && before is not (' ' or '\t' or '\n' or '\r' or '*' or '_' or '~' or '('))
        {
            return false;
        }

        var length = AutolinkText.Length(text, hostStart: 0, needsDot: true);
        if (length == 0 || IsInsideLink(processor))
        {
            return false;
        }

        processor.Inline = AutolinkText.Link(processor, slice.Text, slice.Start, length, "http://");
        slice.Start += length;
        return true;
    }

    private static string? SchemeBefore(ReadOnlySpan<char> text)
    {
        foreach (var scheme in Schemes)
        {
            if (text.EndsWith(scheme, StringComparison.OrdinalIgnoreCase)
                && (text.Length == scheme.Length || !char.IsAsciiLetter(text[^(scheme.Length + 1)])))
            {
                return scheme;
            }
        }

        return null;
    }
}

/// <summary>Recognizes the tags of links that are written in HTML.</summary>
internal static class HtmlAnchor
{
    /// <summary>Whether a tag begins or ends a link.</summary>
    public static bool TryRead(ReadOnlySpan<char> tag, out bool opens)
    {
        opens = !tag.StartsWith("</", StringComparison.Ordinal);
        var name = tag[(opens ? 1 : 2)..];
        return name is ['a' or 'A', not ('-' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')), ..];
    }
}
