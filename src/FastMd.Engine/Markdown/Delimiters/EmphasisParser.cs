using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Delimiters;

/// <summary>Reads the stars and underscores of emphasis.</summary>
internal class EmphasisParser : InlineParser, IPostInlineProcessor
{
    public EmphasisParser() => OpeningCharacters = ['*', '_'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var character = slice.CurrentChar;
        if (EntityBefore(processor) is not { } before)
        {
            before = slice.PeekRuneExtra(-1);
            if (before.Value == character && slice.PeekCharExtra(-2) != '\\')
            {
                // The rest of a run that is text.
                return false;
            }
        }

        var start = slice.Start;
        var rest = slice.AsSpan();
        slice.Start += rest.IndexOfAnyExcept(character) is >= 0 and var end ? end : rest.Length;
        var after = HtmlEntityParser.TryParse(ref slice, out var entity, out _) ? FirstOf(entity) : slice.CurrentRune;
        CharHelper.CheckOpenCloseDelimiter(before, after, enableWithinWord: character == '*', out var opens, out var closes);
        if (!opens && !closes)
        {
            return false;
        }

        Push(processor, new(new(slice.Text, start, slice.Start - 1), character, opens, closes));
        return true;
    }

    public bool PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing)
    {
        if (isFinalProcessing)
        {
            EmphasisPairing.Pair(ParseContext.DelimitersOf(state), after: null);
        }

        return true;
    }

    /// <summary>A run is what was read last.</summary>
    protected static void Push(InlineProcessor processor, DelimiterRun run)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        var place = processor.GetSourcePosition(run.Offset, out var line, out var column);
        run.Span = new(place, place + run.Length - 1);
        run.Line = line;
        run.Column = column;
        ParseContext.DelimitersOf(processor).Push(run);
        processor.Inline = run;
    }

    private static Rune? EntityBefore(InlineProcessor processor)
        => processor.Inline is HtmlEntityInline { Transcoded: { Length: > 0 } text }
            && Rune.DecodeLastFromUtf16(text.AsSpan(), out var last, out _) is var _ && last.Value != 0
                ? last
                : null;

    private static Rune FirstOf(string text)
    {
        Rune.DecodeFromUtf16(text, out var first, out _);
        return first;
    }
}
