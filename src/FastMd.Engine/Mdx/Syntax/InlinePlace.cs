using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Where the text of a block stands in the document.</summary>
internal static class InlinePlace
{
    /// <summary>The place of what is parsed.</summary>
    /// <param name="processor">What parses it.</param>
    /// <param name="slice">The rest of the block's text.</param>
    public static TextPlace Of(InlineProcessor processor, StringSlice slice)
    {
        var source = MdxContext.Of(processor).Source;
        var end = slice.End + 1;
        return new(source, offset => offset == end ? End(processor, source, end) : processor.GetSourcePosition(offset));
    }

    /// <summary>Space at a paragraph's end has been taken off, but the paragraph ends after it.</summary>
    public static int End(InlineProcessor processor, string source, int end)
    {
        var offset = processor.GetSourcePosition(end - 1) + 1;
        while (processor.Block is ParagraphBlock && offset < source.Length && source[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset;
    }
}
