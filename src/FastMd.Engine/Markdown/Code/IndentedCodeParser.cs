using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Code;

/// <summary>Reads indented code; tabs in it stay tabs, and blank lines at its end are none of it.</summary>
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

    public override bool Close(BlockProcessor processor, Block block)
    {
        // Markdig keeps those that hold spaces.
        ref var lines = ref ((CodeBlock)block).Lines;
        while (lines.Count > 0 && lines.Lines[lines.Count - 1].Slice.AsSpan().Trim(" \t").IsEmpty)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return true;
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
