using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace FastMd.Engine.Markdown.Html;

/// <summary>
/// Reads autolinks and HTML in angle brackets. Markdig looks for the end of each that has none to the end of the text; here the
/// first such one has the ends recorded.
/// </summary>
internal sealed class AngleBracketParser : AutolinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.ParserStates[Index] is TagEnds ends && !ends.HasEnd(slice))
        {
            return false;
        }

        var text = slice;
        if (base.Match(processor, ref slice))
        {
            return true;
        }

        processor.ParserStates[Index] ??= new TagEnds(text);
        return false;
    }
}
