using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads fenced code where indentation makes no code: fences may be indented as far as one likes.</summary>
internal sealed class FreeFencedCodeParser : FencedCodeBlockParser
{
    public FreeFencedCodeParser() => InfoPrefix = null;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var indent = processor.Indent;
        if (processor.IsCodeIndent)
        {
            var line = processor.Line;
            if (line.AsSpan().IndexOfAnyExcept(line.CurrentChar) is >= 0 and < 3)
            {
                return BlockState.None;
            }

            processor.RestartIndent();
        }

        var state = base.TryOpen(processor);
        if (state != BlockState.None)
        {
            ((FencedCodeBlock)processor.NewBlocks.Peek()).IndentCount = indent;
        }

        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var fence = (FencedCodeBlock)block;
        if (processor.IsCodeIndent && IsEnd(processor.Line, fence))
        {
            processor.RestartIndent();
        }

        var contentColumn = processor.ColumnBeforeIndent + fence.IndentCount;
        var state = base.TryContinue(processor, block);
        if (state == BlockState.Continue)
        {
            // What is indented like the fence is so by tabs, too.
            while (processor.Column < contentColumn && processor.CurrentChar is ' ' or '\t')
            {
                processor.NextColumn();
            }
        }

        return state;
    }

    private static bool IsEnd(StringSlice line, FencedCodeBlock fence)
    {
        var text = line.AsSpan();
        var rest = text.TrimStart(fence.FencedChar);
        return text.Length - rest.Length >= fence.OpeningFencedCharCount && rest.IsWhiteSpace();
    }
}
