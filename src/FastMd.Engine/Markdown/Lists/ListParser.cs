using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Lists;

/// <summary>
/// Reads lists. The blank lines in one decide how it is set and go when it ends: here all at once, where Markdig moves all that is left of
/// the item for each.
/// </summary>
internal class ListParser : ListBlockParser
{
    public override bool Close(BlockProcessor processor, Block blockToClose)
    {
        if (blockToClose is ListBlock list)
        {
            BlankLines.Remove(list);
        }

        return true;
    }
}
