using FastMd.Engine.Markdown.Lists;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Reads lists where indentation makes no code: a marker may be indented as far as one likes, and so may what follows it.
/// </summary>
internal sealed class FreeListParser : BlockParser
{
    private const int AfterContent = 1;

    public FreeListParser() => OpeningCharacters = ['-', '+', '*', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

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
            if (list.LastChild is ListItemBlock { LastChild: BlankLineBlock } last)
            {
                if (QuotedBlankLines.AreIn(list))
                {
                    list.IsLoose = QuotedBlankLines.MakeLoose(processor, list, last);
                }
                else if (list.Parent is ListItemBlock outer)
                {
                    outer.Add(new BlankLineBlock());
                }
            }

            for (var i = 0; i < list.Count; i++)
            {
                list.IsLoose |= RemoveBlankLines((ListItemBlock)list[i], isLast: i == list.Count - 1);
            }
        }

        return true;
    }

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
            // What stands before it may turn out to be a link's definition and vanish.
            item.Add(new BlankLineBlock { Column = item.Count > 0 ? AfterContent : 0 });
        }
    }

    /// <summary>Takes the blank lines out of an item. True where one of them stands between what it holds, or before the next item.</summary>
    private static bool RemoveBlankLines(ListItemBlock item, bool isLast)
    {
        var isLoose = false;
        var isAtEnd = true;
        for (var i = item.Count - 1; i >= 0; i--)
        {
            if (item[i] is BlankLineBlock)
            {
                isLoose |= isAtEnd ? !isLast : i > 0 || item[i].Column == AfterContent;
            }
            else
            {
                isAtEnd = false;
            }
        }

        BlankLines.Remove(item);
        return isLoose;
    }

    private BlockState TryBegin(BlockProcessor processor, ListItemBlock? before)
    {
        var list = (ListBlock?)before?.Parent;
        if (ListMarker.Read(processor.Line.AsSpan()) is not { } marker)
        {
            return BlockState.None;
        }

        var isSibling = list is not null && marker.Continues(list);
        var interrupts = !isSibling && processor.CurrentBlock is ParagraphBlock { Parent.IsOpen: true };
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
