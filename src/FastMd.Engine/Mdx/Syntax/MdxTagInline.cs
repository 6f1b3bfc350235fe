using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>A tag in text.</summary>
internal sealed class MdxTagInline(JsxTag tag) : LeafInline
{
    public JsxTag Tag { get; } = tag;
}
