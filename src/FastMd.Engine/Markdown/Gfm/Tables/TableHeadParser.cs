using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Tables;

/// <summary>
/// Turns the last line of a paragraph into a table's head when a delimiter row with as many columns follows. Tables are found among
/// blocks, not among inlines: that is what makes a pipe end a cell wherever it stands, and it is cheaper.
/// </summary>
internal sealed class TableHeadParser : BlockParser
{
    private readonly bool _hasIndentedCode;
    private readonly PipeEscape _escape;

    /// <summary>A parser of table heads.</summary>
    /// <param name="hasIndentedCode">Whether four columns of indentation make a line code.</param>
    /// <param name="escape">What a backslash before a pipe does.</param>
    public TableHeadParser(bool hasIndentedCode, PipeEscape escape)
    {
        OpeningCharacters = ['|', '-', ':'];
        _hasIndentedCode = hasIndentedCode;
        _escape = escape;
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if ((_hasIndentedCode && processor.IsCodeIndent)
            || processor.CurrentBlock is not ParagraphBlock { Lines.Count: > 0, Parent.IsOpen: true } paragraph
            || TableDelimiterRow.Read(processor.Line) is not { } columns)
        {
            return BlockState.None;
        }

        var last = paragraph.Lines.Count - 1;
        var head = paragraph.Lines.Lines[last].Slice;
        if (TableCells.Count(head, _escape) != columns.Count)
        {
            return BlockState.None;
        }

        paragraph.Lines.RemoveAt(last);
        processor.NewBlocks.Push(new PipeTable(this, columns, head, processor.LineIndex - 1, _escape));
        return BlockState.ContinueDiscard;
    }

    /// <summary>Lets every other block begin first: <see cref="TableRowParser"/> takes what is left.</summary>
    public override BlockState TryContinue(BlockProcessor processor, Block block) => BlockState.None;
}

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
