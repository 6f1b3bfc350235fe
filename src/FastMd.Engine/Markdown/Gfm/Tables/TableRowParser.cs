using Markdig.Parsers;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>Takes a line after a table as its next row, once nothing else has begun with it.</summary>
internal sealed class TableRowParser : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var context = ParseContext.Of(processor);
        context.ThrowIfCancelled();
        if (processor.CurrentBlock is not PipeTable { Parent.IsOpen: true } table
            || !table.TryAddRow(processor.Line, processor.LineIndex, context.Unshown))
        {
            return BlockState.None;
        }

        table.IsOpen = true;
        return BlockState.BreakDiscard;
    }
}
