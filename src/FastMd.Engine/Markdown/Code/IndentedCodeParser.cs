using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Code;

/// <summary>Reads indented code; tabs in it stay tabs.</summary>
internal sealed class IndentedCodeParser : IndentedCodeBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) => KeepTab(processor, base.TryOpen(processor));

    public override BlockState TryContinue(BlockProcessor processor, Block? block)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        var state = base.TryContinue(processor, block);

        // To open a block asks for that, too, of none, and goes back to the column it is given.
        return block is null ? state : KeepTab(processor, state);
    }

    private static BlockState KeepTab(BlockProcessor processor, BlockState state)
    {
        if (state == BlockState.Continue)
        {
            WholeTab.Keep(processor);
        }

        return state;
    }
}
