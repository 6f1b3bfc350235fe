using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>
/// Emphasis, and strikethrough between one or two tildes. One never closes two, and three or more are text.
/// </summary>
internal sealed class StrikethroughEmphasisParser : EmphasisInlineParser
{
    /// <summary>
    /// What two tildes are called internally. Delimiters pair up when their character is the same: under another name
    /// two tildes cannot pair up with one.
    /// </summary>
    public const char TwoTildes = '\u0001';

    private static readonly EmphasisDescriptor One = new('~', 1, 1, true);
    private static readonly EmphasisDescriptor Two = new(TwoTildes, 2, 2, true);

    public StrikethroughEmphasisParser()
    {
        EmphasisDescriptors.Add(One);
        EmphasisDescriptors.Add(Two);
    }

    public override void Initialize()
    {
        base.Initialize();
        OpeningCharacters = ['*', '_', '~'];
    }

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
        processor.Inline = count <= 2 && (opens || closes)
            ? new EmphasisDelimiterInline(this, count == 1 ? One : Two)
            {
                Content = run,
                DelimiterCount = count,
                Type = (opens ? DelimiterType.Open : 0) | (closes ? DelimiterType.Close : 0),
            }
            : new LiteralInline { Content = run };
        return true;
    }
}
