using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Writes the references to footnotes and the ways back. The second reference to a footnote has the id <c>fnref1-2</c>.</summary>
internal sealed class FootnoteLinkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var order = link.Footnote.Order.ToString(CultureInfo.InvariantCulture);

        // Markdig counts references through all footnotes, and one footnote's have consecutive numbers.
        var occurrence = link.Index - link.Footnote.Links[0].Index + 1;
        var suffix = occurrence == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{occurrence}");
        if (!link.IsBackLink)
        {
            ((ReusableHtmlRenderer)renderer).References.AddAnchor($"fnref{order}{suffix}");
            renderer
                .Write("<sup class=\"footnote-ref\"><a href=\"#fn").Write(order)
                .Write("\" id=\"fnref").Write(order).Write(suffix)
                .Write("\">").Write(order).Write("</a></sup>");
            return;
        }

        if (link.PreviousSibling is not null)
        {
            renderer.Write(' ');
        }

        renderer.Write("<a href=\"#fnref").Write(order).Write(suffix).Write("\" class=\"footnote-backref\">\u21A9");
        if (occurrence > 1)
        {
            renderer.Write("<sup class=\"footnote-ref\">").Write(occurrence.ToString(CultureInfo.InvariantCulture)).Write("</sup>");
        }

        renderer.Write("</a>");
    }
}
