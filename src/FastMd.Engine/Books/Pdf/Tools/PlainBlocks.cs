using FastMd.Engine.Books.Pdf.Blocks;

namespace FastMd.Engine.Books.Pdf.Tools;

/// <summary>Makes paragraphs of plain text: blank lines end them.</summary>
internal static class PlainBlocks
{
    private static readonly HyphenRule Hyphens = new(new HashSet<string>(), keeps: false);

    /// <summary>The paragraphs of a text.</summary>
    public static List<Block> Of(string text)
    {
        var blocks = new List<Block>();
        ParagraphBlock? open = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', '\f'))
        {
            var trimmed = line.Trim();
            if (trimmed.Length == 0)
            {
                open = null;
                continue;
            }

            if (open is null)
            {
                blocks.Add(open = new());
                open.Text.Add(trimmed, RunStyle.None, null);
                continue;
            }

            var next = new StyledText();
            next.Add(trimmed, RunStyle.None, null);
            open.Text.AddAll(next, Hyphens);
        }

        return blocks;
    }
}
