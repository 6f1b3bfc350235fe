using FastMd.Engine.Context.Tokens;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;

namespace FastMd.Engine.Context.Chunks;

/// <summary>Measures nodes as they are written.</summary>
/// <param name="counter">Counts tokens.</param>
internal sealed class TokenMeter(ITokenCounter counter)
{
    /// <summary>Tokens of a text.</summary>
    public int Of(string text) => counter.Count(text);

    /// <summary>Tokens of blocks, and of the blank line behind them.</summary>
    public int Of(params List<Node> blocks) => blocks.Count == 0 ? 0 : counter.Count(TextOf(blocks) + "\n");

    /// <summary>Blocks as Markdown.</summary>
    public static string TextOf(List<Node> blocks) => MarkdownWriter.Write(new() { Children = blocks }).Text;
}
