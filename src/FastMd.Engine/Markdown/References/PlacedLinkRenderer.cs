using FastMd.Engine.Documents;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.References;

/// <summary>Writes links and images, and says which one it is whose URL is asked for.</summary>
internal sealed class PlacedLinkRenderer : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        ((ReusableHtmlRenderer)renderer).Announce(link.IsImage ? LinkKind.Embedded : LinkKind.Link, link.Span.Start);
        base.Write(renderer, link);
    }
}
