using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>A reference to a footnote.</summary>
/// <param name="definition">The footnote.</param>
/// <param name="occurrence">Which of its references it is in the source, from 1.</param>
internal sealed class FootnoteReference(FootnoteDefinition definition, int occurrence) : LeafInline
{
    public FootnoteDefinition Definition { get; } = definition;

    public int Occurrence { get; } = occurrence;
}
