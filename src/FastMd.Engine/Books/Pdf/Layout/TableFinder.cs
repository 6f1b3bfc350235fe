namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Finds tables by how their cells are aligned, and puts one segment in the place of each.</summary>
internal static class TableFinder
{
    public static void Mark(List<Segment> segments)
    {
        _ = segments;
    }
}
