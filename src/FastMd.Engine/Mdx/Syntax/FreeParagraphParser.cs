using FastMd.Engine.Markdown;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads paragraphs where indentation makes no code: the line under a heading may be indented as far by any amount.</summary>
internal sealed class FreeParagraphParser : FoldingParagraphParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.RestartIndent();
        return base.TryContinue(processor, block);
    }
}
