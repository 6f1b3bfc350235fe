using FastMd.Engine.Documents;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.References;

/// <summary>Writes links between angle brackets, and says which one it is whose URL is asked for.</summary>
internal sealed class PlacedAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape(link.Url);
            return;
        }

        // An address stands there without its scheme, and would be taken for the name of a file.
        renderer.Write(link.IsEmail ? "<a href=\"mailto:" : "<a href=\"");
        ((ReusableHtmlRenderer)renderer).WriteUrl(link.Url, link.IsEmail ? null : LinkKind.Link, link.Span.Start);
        renderer.Write('"').WriteAttributes(link);
        renderer.Write('>').WriteEscape(link.Url).Write("</a>");
    }
}
