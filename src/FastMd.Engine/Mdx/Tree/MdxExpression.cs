using FastMd.Engine.JavaScript;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>What stands in braces as a child; without code it holds nothing but comments.</summary>
internal sealed class MdxExpression(CodeFragment? code) : MdxNode
{
    public CodeFragment? Code { get; } = code;
}
