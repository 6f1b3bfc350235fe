namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>
/// A glyph as it is shown. Lengths are in points; the origin is the lower left corner of the page as a reader sees it, turned pages included.
/// </summary>
/// <param name="Text">What it says; empty where that is not known.</param>
/// <param name="Font">Its font.</param>
/// <param name="X">Where its baseline begins.</param>
/// <param name="Y">Where its baseline begins.</param>
/// <param name="EndX">Where its baseline ends, and the next glyph would begin.</param>
/// <param name="EndY">Where its baseline ends.</param>
/// <param name="Size">Size of the font.</param>
/// <param name="Angle">Direction of the baseline, in degrees counterclockwise.</param>
internal readonly record struct Glyph(string Text, FontFace Font, float X, float Y, float EndX, float EndY, float Size, short Angle);

/// <summary>A box, in points; the origin is at the lower left.</summary>
internal readonly record struct Box(float Left, float Bottom, float Right, float Top)
{
    public float Width => Right - Left;

    public float Height => Top - Bottom;

    public bool Contains(float x, float y) => x >= Left && x <= Right && y >= Bottom && y <= Top;

    public Box Union(Box other)
        => new(Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));
}

/// <summary>A link to the web.</summary>
/// <param name="Area">Where it is on the page.</param>
/// <param name="Url">Where it leads.</param>
internal readonly record struct PageLink(Box Area, string Url);
