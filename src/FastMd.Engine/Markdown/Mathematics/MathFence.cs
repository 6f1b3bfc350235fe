using Markdig.Extensions.Mathematics;
using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Mathematics;

/// <summary>Makes fenced code whose language is <c>math</c> display math, as GitHub does.</summary>
internal static class MathFence
{
    /// <summary>For <see cref="BlockParser.Closed"/>.</summary>
    public static void Convert(BlockProcessor processor, Block block)
    {
        if (block is not FencedCodeBlock { Info: "math", Parent: { } parent } fence || fence is MathBlock)
        {
            return;
        }

        // It was opened last, or nearly so.
        var at = parent.Count - 1;
        while (at >= 0 && parent[at] != fence)
        {
            at--;
        }

        if (at >= 0)
        {
            parent[at] = new MathBlock(fence.Parser!) { Column = fence.Column, Line = fence.Line, Span = fence.Span, Lines = fence.Lines };
        }
    }
}
