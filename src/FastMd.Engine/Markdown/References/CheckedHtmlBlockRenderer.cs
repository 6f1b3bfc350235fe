using System.Text;
using FastMd.Engine.Markdown.Headings;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.References;

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
        var lines = block.Lines;
        if (HtmlHeadings.IdsIn(block) is { } ids)
        {
            var html = WithIds(HtmlBlockText.Of(block), ids, out var places);
            return RawHtml.Rewrite(html, references, place => OffsetOf(lines, references, place - InsertedBefore(places, place)))
                ?? new(html);
        }

        if (lines.Count == 1)
        {
            var line = lines.Lines[0];
            return RawHtml.Rewrite(line.Slice.AsSpan(), references, place => references.OffsetOf(line, place));
        }

        return RawHtml.Rewrite(HtmlBlockText.Of(block), references, place => OffsetOf(lines, references, place));
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

    private static int OffsetOf(StringLineGroup lines, DocumentReferences references, int place)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines.Lines[i];
            if (place <= line.Slice.Length)
            {
                return references.OffsetOf(line, place);
            }

            place -= line.Slice.Length + 1;
        }

        return 0;
    }
}

/// <summary>The text of a block of HTML: its lines, with line feeds between them.</summary>
internal static class HtmlBlockText
{
    public static string Of(HtmlBlock block)
    {
        var lines = block.Lines;
        var joined = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            joined.Append(lines.Lines[i].Slice.AsSpan()).Append('\n');
        }

        return joined.Length == 0 ? "" : joined.ToString(0, joined.Length - 1);
    }

    /// <summary>Whether it holds tags that count; what it holds else is text of comments, declarations and the like.</summary>
    public static bool IsMarkup(HtmlBlock block)
        => block.Type is not (HtmlBlockType.Comment or HtmlBlockType.CData or HtmlBlockType.ProcessingInstruction or HtmlBlockType.DocumentType);
}
