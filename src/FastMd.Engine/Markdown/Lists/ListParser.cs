using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Lists;

/// <summary>
/// Reads lists: what belongs to an item begins at the column of its content. Markdig's own parser takes markers in code for items, and ends a
/// list after an item that holds nothing.
/// </summary>
internal class ListParser : BlockParser
{
    private const int MostSpaces = 4;

    private readonly bool _hasIndentedCode;

    /// <summary>A parser of lists.</summary>
    /// <param name="hasIndentedCode">Whether four columns of indentation make a line code; else a marker may be indented as far by any amount.</param>
    public ListParser(bool hasIndentedCode)
    {
        OpeningCharacters = ['-', '+', '*', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
        _hasIndentedCode = hasIndentedCode;
    }

    public override BlockState TryOpen(BlockProcessor processor) => TryBegin(processor, before: null);

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is not ListItemBlock item)
        {
            // The item decides for its list.
            return BlockState.Skip;
        }

        if (processor.IsBlankLine)
        {
            ContinueBlank(processor, item);
            return BlockState.Continue;
        }

        if (processor.Indent < item.ColumnWidth)
        {
            return TryBegin(processor, item);
        }

        processor.GoToColumn(processor.ColumnBeforeIndent + item.ColumnWidth);
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ListBlock list)
        {
            CloseList(processor, list);
            BlankLines.Remove(list);
        }

        return true;
    }

    /// <summary>Whether a list that begins here interrupts a paragraph.</summary>
    protected virtual bool Interrupts(BlockProcessor processor) => processor.CurrentBlock is ParagraphBlock { Parent.IsOpen: true };

    /// <summary>A list ends; its blank lines are there still.</summary>
    protected virtual void CloseList(BlockProcessor processor, ListBlock list) => BlankLines.HandOn(list);

    private static void ContinueBlank(BlockProcessor processor, ListItemBlock item)
    {
        if (item.Count == 0)
        {
            // An item that begins with two blank lines holds nothing.
            item.ColumnWidth = int.MaxValue;
        }

        if (processor.Indent > item.ColumnWidth)
        {
            // In code the rest is text.
            processor.GoToColumn(processor.ColumnBeforeIndent + item.ColumnWidth);
        }

        if (processor.CurrentBlock is { IsBreakable: true } && processor.NextContinue is not ListBlock)
        {
            item.Add(new BlankLineBlock());
        }
    }

    private BlockState TryBegin(BlockProcessor processor, ListItemBlock? before)
    {
        var list = (ListBlock?)before?.Parent;
        if ((_hasIndentedCode && processor.IsCodeIndent) || ListMarker.Read(processor.Line.AsSpan()) is not { } marker)
        {
            return BlockState.None;
        }

        var isSibling = list is not null && marker.Continues(list);
        var interrupts = !isSibling && Interrupts(processor);
        if ((list is not null && !isSibling) || (interrupts && !marker.MayInterrupt))
        {
            return BlockState.None;
        }

        var column = processor.Column;
        var start = processor.Start;
        var containerColumn = processor.ColumnBeforeIndent;
        for (var i = 0; i < marker.Length; i++)
        {
            processor.NextChar();
        }

        var afterMarker = processor.Column;
        processor.RestartIndent();
        processor.ParseIndent();
        if (_hasIndentedCode && !processor.IsBlankLine && processor.Column - afterMarker > MostSpaces)
        {
            // It begins with code.
            processor.GoToColumn(afterMarker + 1);
        }

        processor.NewBlocks.Push(new ListItemBlock(this)
        {
            Column = column,
            ColumnWidth = (processor.IsBlankLine ? afterMarker + 1 : processor.Column) - containerColumn,
            Span = new(start, processor.Line.End),
        });
        if (isSibling)
        {
            processor.Close(before!);
        }
        else
        {
            processor.NewBlocks.Push(new ListBlock(this)
            {
                Column = column,
                BulletType = marker.Type,
                IsOrdered = marker.Number is not null,
                OrderedDelimiter = marker.Delimiter,
                OrderedStart = marker.Number,
                Span = new(start, processor.Line.End),
            });
        }

        return BlockState.Continue;
    }
}

/// <summary>Stands in an item, until its list ends, for a paragraph that was all definitions: blank lines beside it make the list loose.</summary>
internal sealed class RemovedBlock() : LeafBlock(null);
