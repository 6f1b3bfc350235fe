using FastMd.Engine.Markdown.Html;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>
/// Reads HTML blocks. A line of one tag alone does not interrupt a paragraph, but where the paragraph's list or quote has ended it
/// begins a block, as on GitHub: components around a list are closed like that.
/// </summary>
internal sealed class LazyHtmlBlockParser : StrictHtmlBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        if (state != BlockState.None
            || processor.IsCodeIndent
            || processor.CurrentBlock is not ParagraphBlock { Parent.IsOpen: false }
            || !IsOneTag(processor.Line))
        {
            return state;
        }

        processor.NewBlocks.Push(new HtmlBlock(this)
        {
            Column = processor.ColumnBeforeIndent,
            Type = HtmlBlockType.NonInterruptingBlock,
            Span = new(processor.Start, processor.Line.End),
        });
        return BlockState.Continue;
    }
}
