using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Reads links. Where a full reference leads nowhere Markdig leaves its opening bracket waiting, so that the text after it counts as
/// inside a link; here the bracket becomes text at once, as the specification has it. Parentheses in an address nest 32 deep at most, as in
/// cmark: Markdig looks for the end of each address that is deeper, so that time grows with the square of a row of them.
/// </summary>
/// <remarks>
/// Markdig knows the place in the source of whatever it reads next, and begins at the paragraph's first line to find a place before that.
/// So nothing here asks for the place of what is only looked at in advance, which would make time grow with the square of the lines.
/// </remarks>
internal sealed class BracketParser : LinkInlineParser
{
    private const int DeepestParentheses = 32;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
        => slice.CurrentChar == ']' ? MatchEnd(processor, ref slice) : MatchStart(processor, ref slice);

    private bool MatchStart(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        var isImage = slice.CurrentChar == '!';
        if (isImage && slice.NextChar() != '[')
        {
            return false;
        }

        var label = DefinedLabel(processor, slice);
        var place = processor.GetSourcePosition(start, out var line, out var column);
        slice.SkipChar();
        processor.Inline = new LinkDelimiterInline(this)
        {
            Type = DelimiterType.Open,
            Label = label,
            IsImage = isImage,
            Span = new(place, place + slice.Start - start - 1),
            Line = line,
            Column = column,
        };
        return true;
    }

    private bool MatchEnd(InlineProcessor processor, ref StringSlice slice)
    {
        var opener = processor.Inline?.FirstParentOfType<LinkDelimiterInline>();
        var end = slice.End;
        if (IsFollowedByTooDeepAddress(slice.AsSpan()))
        {
            // It is no link by its address, but may be one by its text.
            slice.End = slice.Start;
        }

        var isLink = !IsFollowedByUnknownLabel(processor, slice) && base.Match(processor, ref slice);
        slice.End = end;
        if (isLink)
        {
            return true;
        }

        if (opener is { Parent: not null })
        {
            processor.Inline = opener.ReplaceBy(new LiteralInline { Content = new(opener.IsImage ? "![" : "[") });
        }

        return false;
    }

    private static bool IsFollowedByTooDeepAddress(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("]("))
        {
            return false;
        }

        var address = text[2..].TrimStart(" \t\r\n");
        var depth = 0;
        for (var i = 0; i < address.Length && address[i] is > ' ' and not '\u007f' && depth >= 0; i++)
        {
            switch (address[i])
            {
                case '<' when i == 0:
                    return false;
                case '\\':
                    i++;
                    break;
                case '(' when depth == DeepestParentheses:
                    return true;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
            }
        }

        return false;
    }

    private static bool IsFollowedByUnknownLabel(InlineProcessor processor, StringSlice slice)
    {
        if (slice.NextChar() != '[' || slice.PeekChar() == ']')
        {
            return false;
        }

        var next = slice;
        return LinkHelper.TryParseLabel(ref next, out _) && DefinedLabel(processor, slice) is null;
    }

    /// <summary>The label at a bracket, if a definition has it.</summary>
    private static string? DefinedLabel(InlineProcessor processor, StringSlice slice)
        => LinkHelper.TryParseLabel(ref slice, out var label) && processor.Document.ContainsLinkReferenceDefinition(label) ? label : null;
}
