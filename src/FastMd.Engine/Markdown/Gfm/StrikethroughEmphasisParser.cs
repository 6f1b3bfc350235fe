using FastMd.Engine.Markdown.Delimiters;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>
/// Emphasis, and strikethrough between one or two tildes. One never closes two, and three or more are text.
/// </summary>
internal sealed class StrikethroughEmphasisParser : EmphasisParser
{
    /// <summary>
    /// What two tildes are called internally. Delimiters pair up when their kind is the same: under another name
    /// two tildes cannot pair up with one.
    /// </summary>
    public const char TwoTildes = '\u0001';

    public StrikethroughEmphasisParser() => OpeningCharacters = ['*', '_', '~'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != '~')
        {
            return base.Match(processor, ref slice);
        }

        var start = slice.Start;
        var before = slice.PeekRuneExtra(-1);
        var rest = slice.AsSpan();
        var count = rest.IndexOfAnyExcept('~') is >= 0 and var end ? end : rest.Length;
        slice.Start += count;
        var run = new StringSlice(slice.Text, start, slice.Start - 1);
        CharHelper.CheckOpenCloseDelimiter(before, slice.CurrentRune, enableWithinWord: true, out var opens, out var closes);
        if (count <= 2 && (opens || closes))
        {
            Push(processor, new(run, count == 1 ? '~' : TwoTildes, opens, closes));
        }
        else
        {
            processor.Inline = new LiteralInline { Content = run };
        }

        return true;
    }
}
