using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Delimiters;

/// <summary>Reads the stars and underscores of emphasis.</summary>
internal class EmphasisParser : InlineParser, IPostInlineProcessor
{
    private readonly EmphasisRules _rules;

    /// <summary>A parser of emphasis.</summary>
    /// <param name="rules">Whose rules count.</param>
    public EmphasisParser(EmphasisRules rules)
    {
        OpeningCharacters = ['*', '_'];
        _rules = rules;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var character = slice.CurrentChar;
        if (slice.PeekCharExtra(-1) == character && slice.PeekCharExtra(-2) != '\\')
        {
            // The rest of a run that is text.
            return false;
        }

        return TryPush(processor, ref slice, character);
    }

    public bool PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing)
    {
        if (isFinalProcessing)
        {
            EmphasisPairing.Pair(ParseContext.DelimitersOf(state), after: null);
        }

        return true;
    }

    /// <summary>Takes the run at the beginning of a text; what was read last is then that run. False where it is text.</summary>
    /// <param name="processor">The processor.</param>
    /// <param name="slice">The text, which is behind the run afterwards in any case.</param>
    /// <param name="kind">What pairs up with it: runs of the same kind.</param>
    protected bool TryPush(InlineProcessor processor, ref StringSlice slice, char kind)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        var start = slice.Start;
        var length = LengthOf(slice.AsSpan());
        slice.Start += length;

        // The text may be the document, with a mark before it that is no part of it.
        var before = processor.Inline is null ? default : slice.Text.AsSpan(0, start);
        Flanking.Of(before, slice.AsSpan(), slice.Text[start], _rules, out var opens, out var closes);
        if (!opens && !closes)
        {
            return false;
        }

        var place = processor.GetSourcePosition(start, out var line, out var column);
        var run = new DelimiterRun(new(slice.Text, start, slice.Start - 1), kind, opens, closes, _rules)
        {
            Span = new(place, place + length - 1),
            Line = line,
            Column = column,
        };
        ParseContext.DelimitersOf(processor).Push(run);
        processor.Inline = run;
        return true;
    }

    /// <summary>The length of the run that a text begins with.</summary>
    protected static int LengthOf(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(text[0]) is >= 0 and var end ? end : text.Length;
}
