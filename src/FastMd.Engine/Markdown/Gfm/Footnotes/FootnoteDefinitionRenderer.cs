using System.Globalization;
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
        var ways = new FootnoteBackLinks(footnote);
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

/// <summary>The ids of footnotes, <c>fn1</c>, and of references to them: <c>fnref1</c>, and <c>fnref1-2</c> for the second.</summary>
internal static class FootnoteIds
{
    public static string Of(FootnoteDefinition footnote) => string.Create(CultureInfo.InvariantCulture, $"fn{footnote.Number}");

    public static string OfReference(FootnoteDefinition footnote, int occurrence) => occurrence > 1
        ? string.Create(CultureInfo.InvariantCulture, $"fnref{footnote.Number}-{occurrence}")
        : string.Create(CultureInfo.InvariantCulture, $"fnref{footnote.Number}");
}
