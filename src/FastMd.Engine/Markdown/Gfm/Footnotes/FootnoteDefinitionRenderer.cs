using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Writes nothing where a footnote stands: those that are referred to come at the document's end, in the order of their numbers.</summary>
internal sealed class FootnoteDefinitionRenderer : HtmlObjectRenderer<FootnoteDefinition>
{
    protected override void Write(HtmlRenderer renderer, FootnoteDefinition footnote)
    {
    }

    /// <summary>Writes a document's footnotes.</summary>
    public static void WriteAll(ReusableHtmlRenderer renderer, IReadOnlyList<FootnoteDefinition> footnotes)
    {
        if (footnotes.Count == 0)
        {
            return;
        }

        renderer.EnsureLine();
        renderer.WriteLine("<section class=\"footnotes\">").WriteLine("<ol>");
        foreach (var footnote in footnotes)
        {
            WriteOne(renderer, footnote);
        }

        renderer.WriteLine("</ol>").WriteLine("</section>");
    }

    private static void WriteOne(ReusableHtmlRenderer renderer, FootnoteDefinition footnote)
    {
        var id = FootnoteIds.Of(footnote);
        renderer.References.AddAnchor(id);
        renderer.Write("<li id=\"").Write(id).WriteLine("\">");
        var ways = new FootnoteWaysBack(footnote);
        if (footnote.LastChild is ParagraphBlock { Inline: { } text })
        {
            text.AppendChild(ways);
            renderer.WriteChildren(footnote);
        }
        else
        {
            renderer.WriteChildren(footnote);
            renderer.EnsureLine();
            renderer.Write(ways);
            renderer.WriteLine();
        }

        renderer.WriteLine("</li>");
    }
}
