using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Writes references to footnotes: a number that leads there. In the alternative text of an image they are nothing.</summary>
internal sealed class FootnoteReferenceRenderer : HtmlObjectRenderer<FootnoteReference>
{
    protected override void Write(HtmlRenderer renderer, FootnoteReference reference)
    {
        if (!renderer.EnableHtmlForInline)
        {
            return;
        }

        var footnote = reference.Definition;
        var id = FootnoteIds.OfReference(footnote, reference.Occurrence);
        ((ReusableHtmlRenderer)renderer).References.AddAnchor(id);
        renderer
            .Write("<sup class=\"footnote-ref\"><a href=\"#").Write(FootnoteIds.Of(footnote))
            .Write("\" id=\"").Write(id)
            .Write("\">").Write(footnote.Number.ToString(CultureInfo.InvariantCulture)).Write("</a></sup>");
    }
}
