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

    /// <summary>A parser of emphasis and strikethrough.</summary>
    /// <param name="rules">Whose rules count.</param>
    public StrikethroughEmphasisParser(EmphasisRules rules)
        : base(rules) => OpeningCharacters = ['*', '_', '~'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != '~')
        {
            return base.Match(processor, ref slice);
        }

        var length = LengthOf(slice.AsSpan());
        var run = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1);
        if (length > 2)
        {
            slice.Start += length;
        }
        else if (TryPush(processor, ref slice, length == 1 ? '~' : TwoTildes))
        {
            return true;
        }

        processor.Inline = new LiteralInline { Content = run };
        return true;
    }
}
