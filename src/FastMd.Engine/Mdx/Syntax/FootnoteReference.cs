using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>A reference to a footnote.</summary>
internal sealed class FootnoteReference(FootnoteDefinition definition) : LeafInline
{
    public FootnoteDefinition Definition { get; } = definition;
}
