using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Code;

/// <summary>Reads fenced code; tabs in it stay tabs.</summary>
internal sealed class FencedCodeParser : FencedCodeBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        ParseContext.Of(processor).ThrowIfCancelled();
        var state = base.TryContinue(processor, block);
        if (state == BlockState.Continue)
        {
            WholeTab.Keep(processor);
        }

        return state;
    }
}
