using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Markdown;

/// <summary>Writes line breaks. Markdig leaves out one that a link's text ends with.</summary>
internal sealed class LineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline lineBreak)
        => renderer.Write(lineBreak.IsHard && renderer.EnableHtmlForInline ? "<br />\n" : "\n");
}
