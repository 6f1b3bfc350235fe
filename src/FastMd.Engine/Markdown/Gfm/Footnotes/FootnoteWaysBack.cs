using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>The links from a footnote back to its references, at the end of its last paragraph.</summary>
internal sealed class FootnoteWaysBack(FootnoteDefinition definition) : LeafInline
{
    public FootnoteDefinition Definition { get; } = definition;
}
