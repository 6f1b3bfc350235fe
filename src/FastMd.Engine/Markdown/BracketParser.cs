using FastMd.Engine.Markdown.Definitions;
using FastMd.Engine.Markdown.Delimiters;
using FastMd.Engine.Markdown.Links;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Reads links and images, by the algorithm of the CommonMark specification. Brackets that may begin one are text among the text around
/// them; Markdig's contain all that follows, so that time grows with the square of a row of them.
/// </summary>
/// <remarks>
/// Markdig knows the place in the source of whatever it reads next, and begins at the paragraph's first line to find a place before that.
/// So nothing here asks for the place of what is only looked at in advance, which would make time grow with the square of the lines.
/// </remarks>
internal sealed class BracketParser : InlineParser
{
    private readonly bool _mayStandBeforeBracket;

    /// <summary>A parser of links and images.</summary>
    /// <param name="mayStandBeforeBracket">Whether a label alone is a link where a bracket follows that begins no label.</param>
    public BracketParser(bool mayStandBeforeBracket = true)
    {
        OpeningCharacters = ['[', ']', '!'];
        _mayStandBeforeBracket = mayStandBeforeBracket;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
        => slice.CurrentChar == ']' ? MatchEnd(processor, ref slice) : MatchStart(processor, ref slice);

    private static bool MatchStart(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        var isImage = slice.CurrentChar == '!';
        if (isImage && slice.NextChar() != '[')
        {
            return false;
        }

        ParseContext.Of(processor).ThrowIfCancelled();
        var label = DefinedLabel(processor, slice);
        var place = processor.GetSourcePosition(start, out var line, out var column);
        slice.SkipChar();
        var text = new LiteralInline
        {
            Content = new(isImage ? "![" : "["),
            Span = new(place, place + slice.Start - start - 1),
            Line = line,
            Column = column,
        };
        var delimiters = ParseContext.DelimitersOf(processor);
        delimiters.Push(new Bracket(text, isImage, label, delimiters.LastRun));
        processor.Inline = text;
        return true;
    }

    private bool MatchEnd(InlineProcessor processor, ref StringSlice slice)
    {
        var delimiters = ParseContext.DelimitersOf(processor);
        if (!delimiters.TryPop(out var opener, out var isActive) || !isActive)
        {
            return false;
        }

        var after = slice;
        after.SkipChar();
        var link = InlineLink(ref after, opener) ?? ReferenceLink(processor, ref after, opener);
        if (link is null)
        {
            return false;
        }

        slice = after;
        link.Span = new(opener.Text.Span.Start, processor.GetSourcePosition(slice.Start - 1));
        link.Line = opener.Text.Line;
        link.Column = opener.Text.Column;
        Enclose(delimiters, opener, link);
        processor.Inline = link;
        return true;
    }

    /// <summary>Puts what follows a bracket into its link, in its place.</summary>
    private static void Enclose(DelimiterStack delimiters, Bracket opener, LinkInline link)
    {
        while (opener.Text.NextSibling is { } child)
        {
            child.Remove();
            link.AppendChild(child);
        }

        // What is in brackets pairs up with nothing outside.
        EmphasisPairing.Pair(delimiters, opener.RunBefore);
        opener.Text.Remove();
        link.IsClosed = true;
        if (!opener.IsImage)
        {
            delimiters.Deactivate();
        }
    }

    private static LinkInline? InlineLink(ref StringSlice slice, Bracket opener)
    {
        var text = slice.AsSpan();
        if (text is not ['(', ..])
        {
            return null;
        }

        var at = PassSpace(text, 1);
        if (!LinkDestination.TryRead(text[at..], out var url, out var length))
        {
            return null;
        }

        var end = PassSpace(text, at + length);
        string? title = null;
        if (end > at + length && LinkTitle.TryRead(text[end..], out var read, out var titleLength))
        {
            title = read;
            end = PassSpace(text, end + titleLength);
        }

        if (end >= text.Length || text[end] != ')')
        {
            return null;
        }

        slice.Start += end + 1;
        return new() { Url = url, Title = title, IsImage = opener.IsImage };
    }

    private static int PassSpace(ReadOnlySpan<char> text, int at)
        => text[at..].IndexOfAnyExcept(" \t\r\n") is >= 0 and var length ? at + length : text.Length;

    private LinkInline? ReferenceLink(InlineProcessor processor, ref StringSlice slice, Bracket opener)
    {
        var label = opener.Label;
        if (slice.CurrentChar == '[')
        {
            if (slice.PeekChar() == ']')
            {
                slice.Start += "[]".Length;
            }
            else if (LinkLabel.TryRead(slice.AsSpan(), out var full, out var length))
            {
                label = full;
                slice.Start += length;
            }
            else if (!_mayStandBeforeBracket)
            {
                return null;
            }
        }

        return label is not null
            && processor.Document.TryGetLinkReferenceDefinition(label, out var definition)
            && ParseContext.Of(processor).References.TrySpend(definition)
                ? new() { Url = definition.Url, Title = definition.Title, IsImage = opener.IsImage }
                : null;
    }

    /// <summary>The label at a bracket, if a definition has it.</summary>
    private static string? DefinedLabel(InlineProcessor processor, StringSlice slice)
        => LinkLabel.TryRead(slice.AsSpan(), out var label, out _) && processor.Document.ContainsLinkReferenceDefinition(label) ? label : null;
}
