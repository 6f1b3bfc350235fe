using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Code;

/// <summary>
/// Reads code in text. Markdig looks for the end of each span that has none to the end of the text; here the first such span has the ends
/// recorded. A backtick that is escaped is none of the row that follows it.
/// </summary>
internal class CodeSpanParser : InlineParser
{
    public CodeSpanParser() => OpeningCharacters = ['`'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var length = BacktickRuns.LengthOf(text);
        if (IsWithinRun(slice) || (processor.ParserStates[Index] is BacktickRuns runs && !runs.HasEnd(slice)))
        {
            return false;
        }

        var end = EndOf(text, length);
        if (end < 0)
        {
            processor.ParserStates[Index] ??= new BacktickRuns(slice);
            return false;
        }

        var place = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new CodeInline(ContentOf(text[length..end]))
        {
            Delimiter = '`',
            DelimiterCount = length,
            Span = new(place, processor.GetSourcePosition(slice.Start + end + length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += end + length;
        return true;
    }

    /// <summary>Whether a backtick is the rest of a row that began no span.</summary>
    private static bool IsWithinRun(StringSlice slice)
    {
        if (slice.PeekCharExtra(-1) != '`')
        {
            return false;
        }

        var escapes = 0;
        while (slice.PeekCharExtra(-2 - escapes) == '\\')
        {
            escapes++;
        }

        return escapes % 2 == 0;
    }

    /// <summary>Where the row begins that ends a span; negative where there is none.</summary>
    private static int EndOf(ReadOnlySpan<char> text, int length)
    {
        for (var at = length; text[at..].IndexOf('`') is >= 0 and var next;)
        {
            at += next;
            var found = BacktickRuns.LengthOf(text[at..]);
            if (found == length)
            {
                return at;
            }

            at += found;
        }

        return -1;
    }

    private static string ContentOf(ReadOnlySpan<char> text)
    {
        var content = text.ToString();
        if (text.IndexOfAny('\r', '\n') >= 0)
        {
            content = content.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ');
        }

        return content is [' ', .. var inner, ' '] && inner.AsSpan().ContainsAnyExcept(' ') ? inner : content;
    }
}
