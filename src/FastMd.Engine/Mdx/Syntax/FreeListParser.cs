using FastMd.Engine.Markdown.Lists;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Reads lists where indentation makes no code: a marker may be indented as far by any amount, and so may what follows it.
/// </summary>
internal sealed class FreeListParser() : ListParser(hasIndentedCode: false)
{
    /// <summary>What begins in the same line within a list or quote that interrupts a paragraph interrupts it, too.</summary>
    protected override bool Interrupts(BlockProcessor processor)
    {
        var context = MdxContext.Of(processor);
        if (base.Interrupts(processor))
        {
            context.InterruptingLine = processor.LineIndex;
        }

        return context.InterruptingLine == processor.LineIndex;
    }

    protected override void CloseList(BlockProcessor processor, ListBlock list)
    {
        if (list.LastChild is ListItemBlock { LastChild: BlankLineBlock } last && QuotedBlankLines.AreIn(list))
        {
            list.IsLoose = QuotedBlankLines.MakeLoose(processor, list, last);
        }
        else
        {
            base.CloseList(processor, list);
        }
    }
}
