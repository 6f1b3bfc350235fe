using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Makes text of the cells of a table.</summary>
internal static class TableCells
{
    public static TableBlock Of(GridTable table, List<PageLink> links, HyphenRule hyphens)
    {
        var block = new TableBlock(table);
        foreach (var row in table.Rows)
        {
            var cells = new List<StyledText>(row.Length);
            foreach (var pieces in row)
            {
                var text = new StyledText();
                foreach (var line in LinesOf(pieces))
                {
                    text.AddLine(line, links, hyphens);
                }

                cells.Add(text);
            }

            block.Rows.Add(cells);
        }

        return block;
    }

    private static IEnumerable<List<Piece>> LinesOf(List<Piece> pieces)
    {
        var line = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (line.Count > 0 && piece.Shift == Shift.None && Math.Abs(line[0].Y - piece.Y) > 0.5f * piece.Size)
            {
                yield return line;
                line = [];
            }

            line.Add(piece);
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }
}
