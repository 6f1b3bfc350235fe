using FastMd.Engine.JavaScript;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>A node of the tree a document is written from.</summary>
internal abstract class MdxNode
{
    /// <summary>The node after it under the same parent.</summary>
    public MdxNode? Next { get; set; }

    /// <summary>Where it begins in the source; negative where it stands for nothing in it.</summary>
    public int Start { get; init; } = -1;

    /// <summary>The offset after its last character; negative where it stands for nothing in the source.</summary>
    public int End { get; set; } = -1;
}

/// <summary>What stands in braces as a child; without code it holds nothing but comments.</summary>
internal sealed class MdxExpression(CodeFragment? code) : MdxNode
{
    public CodeFragment? Code { get; } = code;
}

/// <summary>Text, as a reader sees it; it lies in the tree's <see cref="MdxTree.Text"/>.</summary>
internal sealed class MdxText(int offset) : MdxNode
{
    public int Offset { get; } = offset;

    public int Length { get; set; }
}
