using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Text of one line without a wide gap in it, or a table, which is one thing when columns are looked for.</summary>
internal sealed class Segment
{
    private Segment(List<Piece> pieces, Box box)
    {
        Pieces = pieces;
        Box = box;
    }

    /// <summary>What it consists of, from left to right.</summary>
    public List<Piece> Pieces { get; }

    public Box Box { get; private set; }

    /// <summary>The baseline.</summary>
    public float Y { get; private init; }

    /// <summary>Size of most of its text.</summary>
    public float Size { get; private init; }

    /// <summary>The line over the whole page that it is in.</summary>
    public int Row { get; private init; }

    /// <summary>How many characters it has.</summary>
    public int Length { get; private init; }

    public GridTable? Table { get; private init; }

    public float Left => Box.Left;

    public float Right => Box.Right;

    public static Segment Of(List<Piece> pieces, int row)
    {
        var main = pieces[0];
        var right = main.Right;
        var length = 0;
        foreach (var piece in pieces)
        {
            length += piece.Text.Length;
            right = Math.Max(right, piece.Right);
            if (piece.Shift == Shift.None && (main.Shift != Shift.None || piece.Text.Length > main.Text.Length))
            {
                main = piece;
            }
        }

        return new(pieces, new(pieces[0].Left, main.Y - (0.22f * main.Size), right, main.Y + (0.75f * main.Size)))
        {
            Y = main.Y,
            Size = main.Size,
            Row = row,
            Length = length,
        };
    }

    public static Segment Of(GridTable table, int row) => new([], table.Box) { Y = table.Box.Top - (table.Size * 0.75f), Size = table.Size, Row = row, Length = 1, Table = table };
}
