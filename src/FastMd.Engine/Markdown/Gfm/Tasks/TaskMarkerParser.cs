using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Tasks;

/// <summary>Reads <c>[ ]</c> and <c>[x]</c>, which count only as the first thing of a list item and with text after them.</summary>
internal sealed class TaskMarkerParser : InlineParser
{
    private readonly bool _mayEndLine;

    /// <summary>A parser of task markers.</summary>
    /// <param name="mayEndLine">Whether the text after a marker may begin in the next line.</param>
    public TaskMarkerParser(bool mayEndLine = false)
    {
        OpeningCharacters = ['['];
        _mayEndLine = mayEndLine;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not null
            || processor.Block is not ParagraphBlock { Parent: ListItemBlock item } paragraph
            || item[0] != paragraph
            || item.Line != paragraph.Line
            || slice.AsSpan() is not ['[', ' ' or 'x' or 'X', ']', var after, ..]
            || !(after is ' ' or '\t' || (_mayEndLine && after is '\n' or '\r')))
        {
            return false;
        }

        processor.Inline = new TaskList { Checked = slice.PeekChar() != ' ' };
        slice.Start += "[ ]".Length;
        if (_mayEndLine)
        {
            slice.SkipChar();
        }
        else
        {
            slice.Start += slice.Length - slice.AsSpan().TrimStart(" \t").Length;
        }

        return true;
    }
}

/// <summary>Writes the check box of a task.</summary>
internal sealed class TaskMarkerRenderer : HtmlObjectRenderer<TaskList>
{
    public static void Write(HtmlRenderer renderer, bool isChecked)
        => renderer.Write(isChecked
            ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
            : "<input type=\"checkbox\" disabled=\"\" /> ");

    protected override void Write(HtmlRenderer renderer, TaskList task) => Write(renderer, task.Checked);
}
