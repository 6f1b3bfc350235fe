using Markdig.Extensions.Tables;
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
        var text = slice.Text;
        var end = slice.End + 1;
        return new(
            source,
            offset => offset == end ? End(processor, source, end) : At(processor, source, text, offset),
            line => Indent(processor.Block!, source, At(processor, source, text, line)));
    }

    /// <summary>Space at a paragraph's end has been taken off, but the paragraph ends after it; a cell ends before it.</summary>
    public static int End(InlineProcessor processor, string source, int end)
    {
        var offset = processor.GetSourcePosition(end - 1) + 1;
        while (processor.Block is ParagraphBlock { Parent: not TableCell } or HeadingBlock { IsSetext: true } && offset < source.Length && source[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset;
    }

    // Text of a single line is the document's own.
    private static int At(InlineProcessor processor, string source, string text, int offset)
        => ReferenceEquals(text, source)
            ? processor.GetSourcePosition(offset)
            : MdxContext.Of(processor).Places.Of(processor, text, offset);

    /// <summary>The space before a line's text, without what its lists and quotes take of it.</summary>
    private static string Indent(LeafBlock block, string source, int position)
    {
        var line = new ContainedLine(source, source.AsSpan(0, position).LastIndexOfAny('\r', '\n') + 1);
        line.TryEnter(Containers.UpTo(block.Parent));
        return new string(' ', line.ColumnsLeft) + source[Math.Min(line.Position, position)..position];
    }
}
