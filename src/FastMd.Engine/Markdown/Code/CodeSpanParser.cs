using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace FastMd.Engine.Markdown.Code;

/// <summary>
/// Reads code in text. Markdig looks for the end of each span that has none to the end of the text; here the first such span has the ends
/// taken down.
/// </summary>
internal class CodeSpanParser : CodeInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekCharExtra(-1) == '`' || (processor.ParserStates[Index] is BacktickRuns runs && !runs.HasEnd(slice)))
        {
            return false;
        }

        // In tables of its own Markdig goes through all the text before where a line of a span begins with a pipe. This is not one of its tables.
        var text = slice;
        var inlines = processor.Inline;
        processor.Inline = null;
        if (base.Match(processor, ref slice))
        {
            return true;
        }

        processor.Inline = inlines;
        processor.ParserStates[Index] ??= new BacktickRuns(text);
        return false;
    }
}
