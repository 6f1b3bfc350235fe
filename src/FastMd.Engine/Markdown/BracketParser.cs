using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Reads links. Where a full reference leads nowhere Markdig leaves its opening bracket waiting, so that the text after it counts as
/// inside a link; here the bracket becomes text at once, as the specification has it.
/// </summary>
/// <remarks>
/// Markdig knows the place in the source of whatever it reads next, and begins at the paragraph's first line to find a place before that.
/// So nothing here asks for the place of what is only looked at in advance, which would make time grow with the square of the lines.
/// </remarks>
internal sealed class BracketParser : LinkInlineParser
{
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
        if (!IsFollowedByUnknownLabel(processor, slice) && base.Match(processor, ref slice))
        {
            return true;
        }

        if (opener is { Parent: not null })
        {
            processor.Inline = opener.ReplaceBy(new LiteralInline { Content = new(opener.IsImage ? "![" : "[") });
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
