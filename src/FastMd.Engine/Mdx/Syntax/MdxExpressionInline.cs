using FastMd.Engine.Mdx.JavaScript;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>An expression in text; without code it holds nothing but comments.</summary>
internal sealed class MdxExpressionInline(CodeFragment? code) : LeafInline
{
    public CodeFragment? Code { get; } = code;
}
