using FastMd.Engine.Markdown.Lists;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>
/// Reads lists where indentation makes no code: a marker may be indented as far as one likes, and so may what follows it.
/// </summary>
internal sealed class FreeListParser() : ListParser(hasIndentedCode: false)
{
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
