using System.Text;
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
        var isMarkup = block.Type is not (HtmlBlockType.Comment or HtmlBlockType.CData or HtmlBlockType.ProcessingInstruction or HtmlBlockType.DocumentType);
        if (isMarkup && Rewritten(block.Lines, references) is { } rewritten)
        {
            renderer.Write(rewritten.ToString());
            renderer.WriteLine();
            return;
        }

        base.Write(renderer, block);
    }

    private static StringBuilder? Rewritten(StringLineGroup lines, DocumentReferences references)
    {
        if (lines.Count == 1)
        {
            var line = lines.Lines[0];
            return RawHtml.Rewrite(line.Slice.AsSpan(), references, place => references.OffsetOf(line, place));
        }

        return RawHtml.Rewrite(Joined(lines), references, place => OffsetOf(lines, references, place));
    }

    private static string Joined(StringLineGroup lines)
    {
        var joined = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            joined.Append(lines.Lines[i].Slice.AsSpan()).Append('\n');
        }

        return joined.ToString(0, joined.Length - 1);
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
