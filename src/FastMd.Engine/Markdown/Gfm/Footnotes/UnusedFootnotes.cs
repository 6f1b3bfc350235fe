using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Gfm.Footnotes;

/// <summary>Leaves out the footnotes that nobody refers to, all at once: Markdig moves all that are left for each.</summary>
internal static class UnusedFootnotes
{
    private static readonly object IsLeftOut = new();

    /// <summary>Sees to it that they are left out of a document. To be called before its first footnote is read.</summary>
    public static void LeaveOut(MarkdownDocument document)
    {
        if (!document.ContainsData(IsLeftOut))
        {
            document.SetData(IsLeftOut, IsLeftOut);
            document.ProcessInlinesEnd += (_, _) => Remove(document);
        }
    }

    private static void Remove(MarkdownDocument document)
    {
        if (document.GetData(typeof(Footnote)) is FootnoteGroup footnotes && footnotes.Any(static footnote => !IsUsed(footnote)))
        {
            Block[] used = [.. footnotes.Where(IsUsed)];
            footnotes.Clear();
            foreach (var footnote in used)
            {
                footnotes.Add(footnote);
            }
        }
    }

    private static bool IsUsed(Block footnote) => ((Footnote)footnote).Order >= 0;
}
