using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Safety;

/// <summary>The HTML of a document as GitHub lets it through.</summary>
internal static class SanitizedHtml
{
    /// <summary>Writes it.</summary>
    /// <param name="html">The document's HTML. Addresses in it that Markdown wrote have been guarded.</param>
    /// <param name="hasRawHtml">Whether any of it is the author's; else all of it may stay as it is.</param>
    /// <param name="headings">The document's headings.</param>
    /// <param name="anchors">All ids in it.</param>
    /// <param name="output">Receives what is let through.</param>
    /// <returns>The ids that links can lead to.</returns>
    public static IReadOnlyList<string> Write(
        StringBuilder html, bool hasRawHtml, IReadOnlyList<Heading> headings, IReadOnlyList<string> anchors, TextWriter output)
    {
        if (!hasRawHtml)
        {
            output.Write(html);
            return anchors;
        }

        var ids = new AuthoredIds(headings, anchors);
        HtmlSanitizer.Write(html.ToString(), ids, output);
        return ids.Anchors;
    }
}
