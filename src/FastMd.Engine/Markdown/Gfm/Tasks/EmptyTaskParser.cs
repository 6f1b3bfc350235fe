using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Tasks;

/// <summary>Reads <c>[ ]</c> and <c>[x]</c> where nothing but white space follows, and at least a space of it, in the line a list item begins in.</summary>
internal sealed class EmptyTaskParser : BlockParser
{
    public EmptyTaskParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentContainer is not ListItemBlock { Count: 0 } item
            || !BeginsLine(processor, item)
            || processor.Line.AsSpan() is not ['[', (' ' or 'x' or 'X') and var mark, ']', ' ' or '\t', .. var rest]
            || rest.ContainsAnyExcept(' ', '\t'))
        {
            return BlockState.None;
        }

        EmptyTask.Mark(item, isChecked: mark != ' ');
        return BlockState.BreakDiscard;
    }

    private static bool BeginsLine(BlockProcessor processor, ListItemBlock item)
    {
        var start = processor.CurrentLineStartPosition;
        return item.Line == processor.LineIndex && processor.Line.Text.AsSpan(start, item.Span.Start - start).IsWhiteSpace();
    }
}

/// <summary>A list item that begins with the marker of a task and nothing after it in its line, as GitHub has it: the item is empty, but for its check box.</summary>
internal static class EmptyTask
{
    private static readonly object Key = new();

    /// <summary>Makes an item such a task.</summary>
    public static void Mark(ListItemBlock item, bool isChecked) => item.SetData(Key, isChecked);

    /// <summary>Whether the box is checked; null where the item is no such task.</summary>
    public static bool? Of(ListItemBlock item) => (bool?)item.GetData(Key);
}
