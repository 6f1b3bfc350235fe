using FastMd.Engine.Documents;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.References;

/// <summary>Writes links between angle brackets, and says which one it is whose URL is asked for.</summary>
internal sealed class PlacedAutolinkRenderer : AutolinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        // An address stands there without its scheme, and would be taken for the name of a file.
        ((ReusableHtmlRenderer)renderer).Announce(link.IsEmail ? null : LinkKind.Link, link.Span.Start);
        base.Write(renderer, link);
    }
}
