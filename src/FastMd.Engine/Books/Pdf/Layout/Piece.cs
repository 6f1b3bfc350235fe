using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Text on one baseline, in one font and size, without wide gaps.</summary>
/// <param name="Text">The text, with single spaces.</param>
/// <param name="Font">Its font.</param>
/// <param name="Left">Where it begins, in points.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Size">Size of its font.</param>
/// <param name="Link">The number of the link it is in, from 1; 0 for none.</param>
internal sealed record Piece(string Text, FontFace Font, float Left, float Right, float Y, float Size, int Link)
{
    /// <summary>Whether a space was shown before it.</summary>
    public bool HasSpaceBefore { get; init; }

    /// <summary>Whether a space was shown after it.</summary>
    public bool HasSpaceAfter { get; set; }

    /// <summary>Whether it is written from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>Where its text begins in relation to the line it was put in.</summary>
    public Shift Shift { get; set; }

    public bool IsBold => Font.IsBold;

    public bool IsItalic => Font.IsItalic;

    public bool IsMonospaced => Font.IsMonospaced;
}

/// <summary>Whether text stands above or below its line.</summary>
internal enum Shift
{
    None,
    Raised,
    Lowered,
}
