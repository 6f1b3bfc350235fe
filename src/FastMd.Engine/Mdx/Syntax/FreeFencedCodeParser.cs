using FastMd.Engine.Markdown.Code;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads fenced code where indentation makes no code: fences may be indented as far by any amount.</summary>
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

            WholeTab.Keep(processor);
        }

        return state;
    }

    /// <summary>Where a list or quote ends code before a fence does, an empty line at its end may be no part of it.</summary>
    public override bool Close(BlockProcessor processor, Block block)
    {
        var fence = (FencedCodeBlock)block;
        var last = fence.Lines.Count - 1;
        if (fence.ClosingFencedCharCount == 0 && last >= 0 && fence.Lines.Lines[last].Slice.IsEmpty && IsCutOff(processor, fence))
        {
            fence.Lines.RemoveAt(last);
        }

        return base.Close(processor, block);
    }

    /// <summary>
    /// Whether text outside its list or quote ends code, not another item or quote; or the document's end, where that is no line of its own.
    /// </summary>
    private static bool IsCutOff(BlockProcessor processor, FencedCodeBlock fence)
    {
        var source = MdxContext.Of(processor).Source;
        var containers = Containers.UpTo(fence.Parent);
        if (fence.Lines.Lines[fence.Lines.Count - 1].Position >= processor.CurrentLineStartPosition)
        {
            return source[^1] is not ('\r' or '\n') || containers.Any(static container => container is QuoteBlock);
        }

        var line = new ContainedLine(source, processor.CurrentLineStartPosition);
        line.TryEnter(containers);
        return !line.BeginsContainer();
    }

    private static bool IsEnd(StringSlice line, FencedCodeBlock fence)
    {
        var text = line.AsSpan();
        var rest = text.TrimStart(fence.FencedChar);
        return text.Length - rest.Length >= fence.OpeningFencedCharCount && rest.IsWhiteSpace();
    }
}
