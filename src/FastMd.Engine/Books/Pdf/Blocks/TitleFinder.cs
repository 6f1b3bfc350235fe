using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Finds the title on the first page of a document.</summary>
internal static class TitleFinder
{
    private const int MostLines = 4;
    private const int Longest = 200;

    /// <summary>The largest text; null where nothing stands out.</summary>
    public static string? Find(PageLayout page, DocumentProfile profile)
    {
        var lines = page.Columns.Where(static column => column.IsMain).SelectMany(static column => column.Lines).Where(static line => line.Table is null).ToList();
        var size = lines.Where(static line => line.Text.Any(char.IsLetter) && line.Text.Length > 3).Select(static line => line.Size).DefaultIfEmpty().Max();
        if (!profile.IsLarge(size))
        {
            return null;
        }

        var large = lines.SkipWhile(line => Math.Abs(line.Size - size) > 0.3f).TakeWhile(line => Math.Abs(line.Size - size) <= 0.3f).Select(static line => line.Text).ToList();
        var title = string.Join(' ', large);
        return large.Count <= MostLines && title.Length <= Longest ? title : null;
    }
}
