using System.Text;
using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>A line of a column.</summary>
internal sealed class TextLine
{
    // Raised and lowered text keeps a distance from its word, in ems.
    private const float ShiftedGap = 0.25f;

    private string? _text;

    private TextLine(List<Piece> pieces) => Pieces = pieces;

    /// <summary>What it consists of, in reading order.</summary>
    public List<Piece> Pieces { get; }

    public Box Box { get; private init; }

    /// <summary>The baseline.</summary>
    public float Y { get; private init; }

    /// <summary>Size of most of its text.</summary>
    public float Size { get; private init; }

    /// <summary>A table that takes the place of the line.</summary>
    public GridTable? Table { get; private init; }

    /// <summary>Whether all of it is bold.</summary>
    public bool IsBold { get; private init; }

    /// <summary>Whether all of it is in a font for code.</summary>
    public bool IsMonospaced { get; private init; }

    public float Left => Box.Left;

    public float Right => Box.Right;

    /// <summary>Its text, without styles.</summary>
    public string Text => _text ??= Join();

    public static TextLine Of(List<Segment> segments)
    {
        if (segments[0].Table is { } table)
        {
            return new([]) { Table = table, Box = table.Box, Y = segments[0].Y, Size = table.Size };
        }

        var pieces = segments.Count == 1 ? segments[0].Pieces : [.. segments.SelectMany(static segment => segment.Pieces)];
        var box = segments[0].Box;
        var main = segments[0];
        foreach (var segment in segments)
        {
            box = box.Union(segment.Box);
            main = segment.Length > main.Length ? segment : main;
        }

        var isBold = true;
        var isMonospaced = true;
        foreach (var piece in pieces)
        {
            isBold &= piece.IsBold || !HasLetters(piece.Text);
            isMonospaced &= piece.IsMonospaced;
        }

        return new(RightToLeft.Ordered(pieces))
        {
            Box = box,
            Y = main.Y,
            Size = main.Size,
            IsBold = isBold && pieces.Exists(static piece => piece.IsBold),
            IsMonospaced = isMonospaced,
        };
    }

    /// <summary>Whether there is a space between two pieces that follow each other.</summary>
    public static bool IsSpaceBetween(Piece one, Piece next)
    {
        // In text from right to left, what is before in the file may be behind: gaps say it.
        if ((one.HasSpaceAfter || next.HasSpaceBefore) && !(one.IsRightToLeft && next.IsRightToLeft))
        {
            return true;
        }

        var gap = one.Left <= next.Left ? next.Left - one.Right : one.Left - next.Right;
        var em = Math.Max(one.Size, next.Size);
        if (one.Shift != next.Shift)
        {
            return gap > ShiftedGap * em;
        }

        return gap > PieceBuilder.WordGap * em || (gap < -PieceBuilder.Overlap * em && char.IsLetterOrDigit(one.Text[^1]) && char.IsLetterOrDigit(next.Text[0]));
    }

    private static bool HasLetters(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private string Join()
    {
        if (Pieces is [var only])
        {
            return only.Text;
        }

        var text = new StringBuilder();
        for (var i = 0; i < Pieces.Count; i++)
        {
            if (i > 0 && IsSpaceBetween(Pieces[i - 1], Pieces[i]))
            {
                text.Append(' ');
            }

            text.Append(Pieces[i].Text);
        }

        return text.ToString();
    }
}
