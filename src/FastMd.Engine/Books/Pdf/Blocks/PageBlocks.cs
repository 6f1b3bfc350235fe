using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Makes blocks of pages.</summary>
internal static class PageBlocks
{
    /// <summary>The blocks of a page in reading order.</summary>
    /// <param name="layout">The lines.</param>
    /// <param name="running">Lines that are left out.</param>
    /// <param name="profile">What is known of the document.</param>
    /// <param name="hyphens">Decides about broken words.</param>
    public static List<Block> Of(PageLayout layout, HashSet<TextLine> running, DocumentProfile profile, HyphenRule hyphens)
    {
        var blocks = new List<Block>();
        var headings = new HeadingFinder(profile, layout.Number);
        var noHeadings = new HeadingFinder(profile, page: 0) { FindsNone = true };
        foreach (var column in layout.Columns)
        {
            var lines = running.Count == 0 ? column.Lines : column.Lines.FindAll(line => !running.Contains(line));
            var own = new ColumnReader(lines, layout.Links, profile, hyphens, column.IsMain ? headings : noHeadings).Read();
            var begin = 0;
            if (blocks.Count > 0 && own.Count > 0 && BlockJoin.GoesOn(blocks[LastOfBody(blocks)], own[0]))
            {
                BlockJoin.Add(blocks[LastOfBody(blocks)], own[0], hyphens);
                begin = 1;
            }

            for (; begin < own.Count; begin++)
            {
                blocks.Add(own[begin]);
            }
        }

        return blocks;
    }

    /// <summary>The block that may go on on the next page: footnotes stand below it.</summary>
    public static int LastOfBody(List<Block> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i] is not ParagraphBlock { IsFootnote: true })
            {
                return i;
            }
        }

        return blocks.Count - 1;
    }
}
