using Markdig.Parsers;

namespace FastMd.Engine.Markdown;

/// <summary>What belongs to a block because it is indented under it, as in footnotes and in the blocks of MkDocs.</summary>
internal static class IndentedContent
{
    /// <summary>Columns that it is indented by.</summary>
    public const int Columns = 4;

    /// <summary>Continues a block as long as lines are indented, or blank.</summary>
    public static BlockState TryContinue(BlockProcessor processor)
    {
        if (processor.IsBlankLine)
        {
            return BlockState.Continue;
        }

        if (processor.Indent < Columns)
        {
            return BlockState.None;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent + Columns);
        return BlockState.Continue;
    }
}
