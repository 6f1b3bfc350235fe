using FastMd.Engine.JavaScript;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>An expression in text; without code it holds nothing but comments.</summary>
internal sealed class MdxExpressionInline(CodeFragment? code, StringSlice content) : LeafInline
{
    /// <summary>What stands between the braces.</summary>
    public StringSlice Content => content;

    public CodeFragment? Code { get; } = code;
}
