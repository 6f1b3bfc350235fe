namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>What is on a page, in the order in which the page shows it.</summary>
/// <param name="number">Its number, from 1.</param>
/// <param name="width">Its width as it is seen, in points.</param>
/// <param name="height">Its height as it is seen, in points.</param>
/// <param name="glyphs">Receives the glyphs: the list is used again for the next page that is read of the document.</param>
internal sealed class PageGlyphs(int number, float width, float height, List<Glyph> glyphs)
{
    public int Number => number;

    public float Width => width;

    public float Height => height;

    /// <summary>The glyphs, until the next page is read.</summary>
    public List<Glyph> Glyphs => glyphs;

    /// <summary>Straight lines that are horizontal or vertical, and the edges of boxes.</summary>
    public List<Box> Rulings { get; } = [];

    public List<PageLink> Links { get; } = [];

    /// <summary>How many glyphs the page shows whose font does not say what they are.</summary>
    public int Unmapped { get; set; }

    /// <summary>Leaves out glyphs that are not known, where they are so many that nobody would guess the words from the others.</summary>
    public void DropUnknown()
    {
        const int Many = 4;
        if (Unmapped * Many > Glyphs.Count)
        {
            Glyphs.RemoveAll(static glyph => glyph.Text == "\uFFFD");
        }
    }

    /// <summary>Why parts of the page could not be read; null where all could.</summary>
    public string? Trouble { get; set; }

    /// <summary>The largest image on the page; null where it has none, or it was not asked for.</summary>
    public UglyToad.PdfPig.Graphics.XObjectContentRecord? LargestImage { get; set; }

    /// <summary>The share of the page that the largest image takes.</summary>
    public double ImageShare { get; set; }
}
