using System.Text;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Markdown.References;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Html;

/// <summary>Writes blocks of HTML; URLs in them are as good as those of links.</summary>
internal sealed class CheckedHtmlBlockRenderer : HtmlBlockRenderer
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        var references = ((ReusableHtmlRenderer)renderer).References;
        references.HasRawHtml = true;
        if (HtmlBlockText.IsMarkup(block) && Rewritten(block, references) is { } rewritten)
        {
            renderer.Write(rewritten.ToString());
            renderer.WriteLine();
            return;
        }

        base.Write(renderer, block);
    }

    private static StringBuilder? Rewritten(HtmlBlock block, DocumentReferences references)
    {
        var ids = HtmlHeadings.IdsIn(block);
        if (ids is null && block.Lines.Count == 1)
        {
            var line = block.Lines.Lines[0];
            return RawHtml.Rewrite(line.Slice.AsSpan(), references, place => HtmlPlaces.LineStart(line, references.Body) + place);
        }

        var text = HtmlBlockText.Of(block);
        HtmlPlaces? places = null;
        if (ids is null)
        {
            return RawHtml.Rewrite(text, references, OffsetOf);
        }

        var html = WithIds(text, ids, out var inserted);
        return RawHtml.Rewrite(html, references, place => OffsetOf(place - InsertedBefore(inserted, place))) ?? new(html);

        // Most blocks refer to nothing.
        int OffsetOf(int place) => (places ??= new(text, HtmlPlaces.LineStarts(block, references.Body))).OffsetOf(place);
    }

    /// <summary>Writes the ids of headings.</summary>
    /// <param name="html">The block's text.</param>
    /// <param name="ids">The ids and where they go.</param>
    /// <param name="places">Where they stand then, and how many characters have been written by then.</param>
    private static string WithIds(string html, IReadOnlyList<(int Offset, string Id)> ids, out List<(int Place, int Inserted)> places)
    {
        var written = new StringBuilder(html.Length + (ids.Count * 24));
        places = [];
        var copied = 0;
        foreach (var (offset, id) in ids)
        {
            written.Append(html, copied, offset - copied);
            var place = written.Length;
            written.Append(" id=\"").Append(id).Append('"');
            copied = offset;
            places.Add((place, written.Length - copied));
        }

        return written.Append(html, copied, html.Length - copied).ToString();
    }

    private static int InsertedBefore(List<(int Place, int Inserted)> places, int place)
    {
        var next = ~places.BinarySearch((place, -1));
        return next == 0 ? 0 : places[next - 1].Inserted;
    }
}
