using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>The links from a footnote back to its references, at the end of its last paragraph.</summary>
internal sealed class FootnoteBackLinks(FootnoteDefinition definition) : LeafInline
{
    public FootnoteDefinition Definition { get; } = definition;
}

/// <summary>Writes the links from a footnote back to its references.</summary>
internal sealed class FootnoteBackLinksRenderer : HtmlObjectRenderer<FootnoteBackLinks>
{
    protected override void Write(HtmlRenderer renderer, FootnoteBackLinks ways)
    {
        for (var occurrence = 1; occurrence <= ways.Definition.References; occurrence++)
        {
            renderer
                .Write(occurrence > 1 || ways.PreviousSibling is not null ? " " : "")
                .Write("<a href=\"#").Write(FootnoteIds.OfReference(ways.Definition, occurrence)).Write("\" class=\"footnote-backref\">\u21A9");
            if (occurrence > 1)
            {
                renderer.Write("<sup class=\"footnote-ref\">").Write(occurrence.ToString(CultureInfo.InvariantCulture)).Write("</sup>");
            }

            renderer.Write("</a>");
        }
    }
}
