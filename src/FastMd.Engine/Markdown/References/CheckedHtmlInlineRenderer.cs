using System.Text;
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
        if (MayMatter(inline.Tag, references) && Rewritten(inline, references) is { } rewritten)
        {
            renderer.Write(rewritten.ToString());
        }
        else
        {
            base.Write(renderer, inline);
        }
    }

    // Most tags have no attribute. Those of elements whose text is no HTML begin with one of two letters.
    private static bool MayMatter(string tag, DocumentReferences references)
        => references.OpenElement is not null
            || tag is ['<', 's' or 'S' or 't' or 'T', ..]
            || tag.Contains('=', StringComparison.Ordinal);

    private static StringBuilder? Rewritten(HtmlInline inline, DocumentReferences references)
        => RawHtml.Rewrite(inline.Tag, references, _ => inline.Span.Start);
}
