using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown.References;

/// <summary>Writes tags that stand in text; URLs in them are as good as those of links.</summary>
internal sealed class CheckedHtmlInlineRenderer : HtmlInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, HtmlInline inline)
    {
        if (!renderer.EnableHtmlForInline)
        {
            // In the description of an image it is text.
            renderer.WriteEscape(inline.Tag);
            return;
        }

        var references = ((ReusableHtmlRenderer)renderer).References;
        references.HasRawHtml = true;
        if (RawHtml.RewriteTag(inline.Tag, references, inline.Span.Start) is { } rewritten)
        {
            renderer.Write(rewritten.ToString());
        }
        else
        {
            base.Write(renderer, inline);
        }
    }
}
