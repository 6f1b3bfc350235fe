using FastMd.Engine.Documents;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.References;

/// <summary>Writes links and images, and says which one it is whose URL is asked for.</summary>
internal sealed class PlacedLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (!renderer.EnableHtmlForInline)
        {
            // It stands in the alternative text of an image.
            renderer.WriteChildren(link);
            return;
        }

        renderer.Write(link.IsImage ? "<img src=\"" : "<a href=\"");
        ((ReusableHtmlRenderer)renderer).WriteUrl(link.Url ?? "", link.IsImage ? LinkKind.Embedded : LinkKind.Link, link.Span.Start);
        renderer.Write('"').WriteAttributes(link);
        if (link.IsImage)
        {
            renderer.Write(" alt=\"");
            renderer.EnableHtmlForInline = false;
            renderer.WriteChildren(link);
            renderer.EnableHtmlForInline = true;
            renderer.Write('"');
        }

        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
        }

        if (link.IsImage)
        {
            renderer.Write(" />");
            return;
        }

        renderer.Write('>').WriteChildren(link);
        renderer.Write("</a>");
    }
}
