using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Writes the footnotes at a document's end, in the order of their first references.</summary>
internal sealed class FootnoteListRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
    {
        // Nothing refers to any of them.
        if (group.Count == 0)
        {
            return;
        }

        renderer.EnsureLine();
        renderer.WriteLine("<section class=\"footnotes\">").WriteLine("<ol>");
        foreach (var footnote in group.Cast<Footnote>().OrderBy(static footnote => footnote.Order))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"fn{footnote.Order}");
            ((ReusableHtmlRenderer)renderer).References.AddAnchor(id);
            renderer.Write("<li id=\"").Write(id).WriteLine("\">");
            foreach (var block in footnote)
            {
                WriteBlock(renderer, block);
            }

            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>").WriteLine("</section>");
    }

    private static void WriteBlock(HtmlRenderer renderer, Block block)
    {
        // Where the last block is no paragraph, the way back stands alone in one that Markdig added.
        if (block is ParagraphBlock { Inline.FirstChild: FootnoteLink { IsBackLink: true } } wayBack)
        {
            renderer.WriteLeafInline(wayBack);
            renderer.WriteLine();
        }
        else
        {
            renderer.Write(block);
        }
    }
}
