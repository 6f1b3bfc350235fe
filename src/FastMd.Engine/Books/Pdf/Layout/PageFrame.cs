using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>The text of a page that has one direction, turned so that it goes from left to right.</summary>
/// <param name="Angle">The direction on the page, in degrees counterclockwise.</param>
/// <param name="Page">The page in it.</param>
/// <param name="Glyphs">The glyphs.</param>
/// <param name="Links">The links.</param>
/// <param name="Rulings">The lines drawn; none where the text goes neither along nor across the page.</param>
internal sealed record PageFrame(int Angle, Box Page, List<Glyph> Glyphs, List<PageLink> Links, List<Box> Rulings)
{
    /// <summary>The frames of a page, that with most text first.</summary>
    public static List<PageFrame> Of(PageGlyphs page)
    {
        var whole = new Box(0, 0, page.Width, page.Height);
        if (page.Glyphs.TrueForAll(static glyph => glyph.Angle == 0))
        {
            return page.Glyphs.Count == 0 ? [] : [new(0, whole, page.Glyphs, page.Links, page.Rulings)];
        }

        var groups = new SortedDictionary<int, List<Glyph>>();
        foreach (var glyph in page.Glyphs)
        {
            if (!groups.TryGetValue(glyph.Angle, out var group))
            {
                groups.Add(glyph.Angle, group = new(glyph.Angle == 0 ? page.Glyphs.Count : 16));
            }

            group.Add(glyph);
        }

        var frames = new List<PageFrame>();
        foreach (var (angle, glyphs) in groups)
        {
            frames.Add(angle == 0 ? new(0, whole, glyphs, page.Links, page.Rulings) : Turned(angle, whole, glyphs, page));
        }

        frames.Sort(static (one, other) => one.Glyphs.Count != other.Glyphs.Count ? other.Glyphs.Count.CompareTo(one.Glyphs.Count) : one.Angle.CompareTo(other.Angle));
        return frames;
    }

    private static PageFrame Turned(int angle, Box page, List<Glyph> glyphs, PageGlyphs source)
    {
        var (sin, cos) = Math.SinCos(-angle * Math.PI / 180);
        (float X, float Y) Turn(float x, float y) => ((float)((x * cos) - (y * sin)), (float)((x * sin) + (y * cos)));
        Box TurnBox(Box box)
        {
            var (ax, ay) = Turn(box.Left, box.Bottom);
            var (bx, by) = Turn(box.Right, box.Top);
            var (cx, cy) = Turn(box.Left, box.Top);
            var (dx, dy) = Turn(box.Right, box.Bottom);
            return new(
                Math.Min(Math.Min(ax, bx), Math.Min(cx, dx)),
                Math.Min(Math.Min(ay, by), Math.Min(cy, dy)),
                Math.Max(Math.Max(ax, bx), Math.Max(cx, dx)),
                Math.Max(Math.Max(ay, by), Math.Max(cy, dy)));
        }

        var turned = new List<Glyph>(glyphs.Count);
        foreach (var glyph in glyphs)
        {
            var (x, y) = Turn(glyph.X, glyph.Y);
            var (endX, endY) = Turn(glyph.EndX, glyph.EndY);
            turned.Add(glyph with { X = x, Y = y, EndX = endX, EndY = endY });
        }

        var isSquare = angle % 90 == 0;
        return new(
            angle,
            TurnBox(page),
            turned,
            isSquare ? source.Links.ConvertAll(link => link with { Area = TurnBox(link.Area) }) : [],
            isSquare ? source.Rulings.ConvertAll(TurnBox) : []);
    }
}
