using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads quotes where indentation makes no code.</summary>
internal sealed class FreeQuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        processor.RestartIndent();
        if (processor.CurrentBlock is ParagraphBlock { Parent.IsOpen: true })
        {
            MdxContext.Of(processor).InterruptingLine = processor.LineIndex;
        }

        return base.TryOpen(processor);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.CurrentChar == '>')
        {
            processor.RestartIndent();
        }

        return base.TryContinue(processor, block);
    }
}
