using FastMd.Engine.Context.Tree;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>References and ids in HTML that stays HTML.</summary>
internal static class HtmlReferences
{
    /// <summary>Takes in a block; gives it with its links where they lead in the output.</summary>
    public static HtmlNode Resolve(HtmlNode html, DocumentReferences references)
    {
        HtmlPlaces? places = null;
        return RawHtml.Rewrite(html.Text, references, OffsetOf) is { } rewritten ? new(rewritten.ToString()) { Start = html.Start } : html;

        int OffsetOf(int place) => html.LineStarts.Count == 0 ? Math.Max(0, html.Start) : (places ??= new(html.Text, html.LineStarts)).OffsetOf(place);
    }

    /// <summary>Takes in a tag in text; gives it with its links where they lead in the output.</summary>
    public static InlineHtml Resolve(InlineHtml html, DocumentReferences references)
        => RawHtml.RewriteTag(html.Text, references, Math.Max(0, html.Start)) is { } rewritten ? new(rewritten.ToString()) { Start = html.Start } : html;
}
