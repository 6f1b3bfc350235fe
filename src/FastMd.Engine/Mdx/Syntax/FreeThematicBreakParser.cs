using Markdig.Parsers;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads thematic breaks where indentation makes no code.</summary>
internal sealed class FreeThematicBreakParser : ThematicBreakParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent && ThematicLine.Is(processor.Line.AsSpan()))
        {
            processor.RestartIndent();
        }

        return base.TryOpen(processor);
    }
}
