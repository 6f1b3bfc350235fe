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
