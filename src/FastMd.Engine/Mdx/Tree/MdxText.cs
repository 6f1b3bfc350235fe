namespace FastMd.Engine.Mdx.Tree;

/// <summary>Text, as a reader sees it; it lies in the tree's <see cref="MdxTree.Text"/>.</summary>
internal sealed class MdxText(int offset) : MdxNode
{
    public int Offset { get; } = offset;

    public int Length { get; set; }
}
