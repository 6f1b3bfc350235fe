using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace FastMd.Engine.Markdown.Mathematics;

/// <summary>
/// Reads math in text by GitHub's rules. A dollar sign opens math after none, space or punctuation and before no space; it closes math after no
/// space and before no letter or digit: prices stay prices. <c>$`…`$</c> is math too, and <c>$$…$$</c> is display math.
/// </summary>
internal sealed class MathSpanParser : InlineParser
{
    public MathSpanParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var dollars = text.IndexOfAnyExcept('$');
        if (dollars is not (1 or 2) || IsBehindWord(slice) || (dollars == 1 && char.IsWhiteSpace(text[1])))
        {
            return false;
        }

        var isQuoted = dollars == 1 && text[1] == '`';
        var open = isQuoted ? "$`".Length : dollars;
        var end = EndOf(text, open, dollars, isQuoted);
        if (end < 0 || text[open..end].IsWhiteSpace())
        {
            return false;
        }

        var place = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new MathInline
        {
            Content = new(slice.Text, slice.Start + open, slice.Start + end - 1),
            Delimiter = '$',
            DelimiterCount = dollars,
            Span = new(place, processor.GetSourcePosition(slice.Start + end + open - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += end + open;
        return true;
    }

    /// <summary>Whether a dollar sign follows a letter, a digit, or a dollar sign that is not escaped.</summary>
    private static bool IsBehindWord(StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (before != '$')
        {
            return char.IsLetterOrDigit(before);
        }

        var escapes = 0;
        while (slice.PeekCharExtra(-2 - escapes) == '\\')
        {
            escapes++;
        }

        return escapes % 2 == 0;
    }

    /// <summary>
    /// Where the content of math ends; negative where it does not. The first dollar sign, or backtick, that may end it decides: what is looked at
    /// once in vain is not looked at again.
    /// </summary>
    /// <param name="text">The text, from what opens math on.</param>
    /// <param name="at">Where its content begins.</param>
    /// <param name="dollars">How many dollar signs open it.</param>
    /// <param name="isQuoted">Whether a backtick follows them.</param>
    private static int EndOf(ReadOnlySpan<char> text, int at, int dollars, bool isQuoted)
    {
        if (isQuoted)
        {
            var end = at + text[at..].IndexOf('`');
            return end >= at && text[end..] is ['`', '$', ..] && !IsWord(text, end + 2) ? end : -1;
        }

        while (at < text.Length && text[at..].IndexOfAny('$', '\\', '`') is >= 0 and var next)
        {
            at += next;
            if (text[at] == '`')
            {
                // Code in text binds tighter than math.
                return -1;
            }

            if (text[at] == '\\')
            {
                at += 2;
                continue;
            }

            var length = text[at..].IndexOfAnyExcept('$') is >= 0 and var found ? found : text.Length - at;
            if (length >= dollars)
            {
                return length == dollars && !IsWord(text, at + length) && (dollars == 2 || !char.IsWhiteSpace(text[at - 1])) ? at : -1;
            }

            at += length;
        }

        return -1;
    }

    private static bool IsWord(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);
}
