using Markdig.Parsers;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>
/// Room for the line of a block that has one only, as most have. Markdig keeps room for eight until the block's text is parsed, which
/// comes after the last block: four hundred bytes for every <c>- a</c>.
/// </summary>
internal static class SingleLine
{
    /// <summary>For <see cref="BlockParser.Closed"/>.</summary>
    public static void Fit(BlockProcessor processor, Block block) => Fit((LeafBlock)block);

    /// <summary>Leaves a block that is complete no more room than it needs.</summary>
    public static void Fit(LeafBlock block)
    {
        if (block.Lines is { Count: 1, Lines.Length: > 1 } lines)
        {
            block.Lines = new(1);
            block.Lines.Add(ref lines.Lines[0]);
        }
    }
}
