using FastMd.Engine.Markdown;
using FastMd.Engine.Markdown.Gfm.Autolinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Links that are written as they are, as the reference reads them in source text: <c>http://</c>, <c>https://</c>, <c>www.</c> and e-mail
/// addresses. It looks at colons, at signs and underscores and goes back to the beginning, since a parser that looks at every letter makes
/// all text slower.
/// </summary>
internal sealed class LiteralAutolinkParser : InlineParser
{
    public LiteralAutolinkParser() => OpeningCharacters = [':', 'w', 'W', '@', '_'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) => slice.CurrentChar switch
    {
        ':' => MatchScheme(processor, ref slice),
        'w' or 'W' => MatchWww(processor, ref slice),
        _ => MatchEmail(processor, ref slice),
    };

    /// <summary>Whether a link may be being written here already: links do not nest.</summary>
    private static bool IsInBracket(InlineProcessor processor) => ParseContext.DelimitersOf(processor).IsInBracket;

    private static bool MatchScheme(InlineProcessor processor, ref StringSlice slice)
    {
        if (!slice.AsSpan().StartsWith("://", StringComparison.Ordinal) || IsInBracket(processor) || SchemeLength(TextBefore(processor, slice)) is not (> 0 and var before))
        {
            return false;
        }

        var hostStart = before + "://".Length;
        var text = slice.Text.AsSpan(slice.Start - before, slice.End - slice.Start + before + 1);
        return hostStart < text.Length && !LiteralAddress.IsPunctuation(text[hostStart]) && !char.IsControl(text[hostStart])
            && TryLink(processor, ref slice, before, LiteralAddress.Length(text, hostStart), "");
    }

    private bool MatchWww(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || text.Length == "www.".Length || IsInBracket(processor))
        {
            return false;
        }

        var before = slice.PeekCharExtra(-1);
        var mayBegin = processor.Inline is null || before is '(' or '*' or '_' or '[' or ']' or '~' or ' ' or '\t' or '\n' or '\r';
        return mayBegin && !IsInEmail(processor, slice) && TryLink(processor, ref slice, 0, LiteralAddress.Length(text, 0), "http://");
    }

    /// <summary>Whether what looks like a host's name is the beginning of an e-mail address.</summary>
    private bool IsInEmail(InlineProcessor processor, StringSlice slice)
    {
        if (processor.ParserStates[Index] is NoEmail before && before.End > slice.Start)
        {
            return false;
        }

        var text = slice.AsSpan();
        var at = LocalLength(text);
        if (at < text.Length && text[at] == '@' && EmailAddress.DomainEnd(text, at + 1) > 0)
        {
            return true;
        }

        processor.ParserStates[Index] = new NoEmail(slice.Start + at);
        return false;
    }

    private static bool MatchEmail(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var before = TextBefore(processor, slice);
        var start = before.Length;
        while (start > 0 && before[start - 1] != '_' && EmailAddress.IsLocal(before[start - 1]))
        {
            start--;
        }

        // An address with underscores was looked for at the first of them.
        var length = before.Length - start;
        var first = slice.Start - length;
        if (!MayBeginEmail(slice.Text.AsSpan(0, first), slice.Text[first]) || IsInBracket(processor))
        {
            return false;
        }

        var at = slice.CurrentChar == '@' ? 0 : LocalLength(text);
        if (at == text.Length || text[at] != '@' || length + at == 0)
        {
            return false;
        }

        var end = EmailAddress.DomainEnd(text, at + 1);
        return end > 0 && TryLink(processor, ref slice, length, length + end, "mailto:");
    }

    private static bool MayBeginEmail(ReadOnlySpan<char> before, char first)
    {
        var isEscaped = !char.IsAsciiLetterOrDigit(first) && (before.Length - before.TrimEnd('\\').Length) % 2 == 1;
        return !isEscaped && (before.IsEmpty || (before[^1] != '/' && !EmailAddress.IsLocal(before[^1])));
    }

    private static int LocalLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && EmailAddress.IsLocal(text[length]))
        {
            length++;
        }

        return length;
    }

    private static int SchemeLength(ReadOnlySpan<char> before)
    {
        var length = before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? 5 : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        return length > 0 && (before.Length == length || !char.IsAsciiLetter(before[^(length + 1)])) ? length : 0;
    }

    /// <summary>The text before, as far as nothing but text has been made of it.</summary>
    private static ReadOnlySpan<char> TextBefore(InlineProcessor processor, StringSlice slice)
        => processor.Inline is LiteralInline { Content: var content } && ReferenceEquals(content.Text, slice.Text) && content.End == slice.Start - 1
            ? content.AsSpan()
            : default;

    private static bool TryLink(InlineProcessor processor, ref StringSlice slice, int before, int length, string prefix)
    {
        if (length == 0)
        {
            return false;
        }

        var start = slice.Start - before;
        if (before > 0)
        {
            var literal = (LiteralInline)processor.Inline!;
            literal.Content.End -= before;
            if (literal.Content.IsEmpty)
            {
                literal.Remove();
            }
        }

        processor.Inline = AutolinkText.Link(processor, slice.Text, start, length, prefix);
        slice.Start = start + length;
        return true;
    }

    /// <summary>No e-mail address begins before this, so that a row of hosts is looked through once.</summary>
    private sealed record NoEmail(int End);
}
