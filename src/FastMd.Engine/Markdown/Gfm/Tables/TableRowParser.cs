using Markdig.Parsers;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>Takes a line after a table as its next row, once nothing else has begun with it.</summary>
internal sealed class TableRowParser : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        if (processor.CurrentBlock is not PipeTable { Parent.IsOpen: true } table
            || !table.TryAddRow(processor.Line, processor.LineIndex))
        {
            return BlockState.None;
        }

        table.IsOpen = true;
        return BlockState.BreakDiscard;
    }
}
