using System.Text;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.References;

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
