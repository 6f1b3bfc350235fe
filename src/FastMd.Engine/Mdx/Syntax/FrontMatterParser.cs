using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Passes over front matter, which has been read before.</summary>
internal sealed class FrontMatterParser : BlockParser
{
    public FrontMatterParser() => OpeningCharacters = ['-', '+', ';', '{'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.LineIndex > 0 || MdxContext.Of(processor).BodyStart == 0)
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new EmptyBlock(this) { IsBreakable = false });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
        => processor.CurrentLineStartPosition < MdxContext.Of(processor).BodyStart ? BlockState.ContinueDiscard : BlockState.None;
}
