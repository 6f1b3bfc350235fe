using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>How useful caches were.</summary>
internal static class CacheSection
{
    public static void Write(Markup page, IReadOnlyList<CacheStatistics> caches)
    {
        if (caches.Count == 0)
        {
            return;
        }

        PageFrame.Section(page, "Caches", () =>
        {
            using var card = page.Open("div", ("class", "card"));
            Table.Write(
                page,
                caches,
                Column<CacheStatistics>.Words("Cache", cache => cache.Name),
                Column<CacheStatistics>.Figure("Found", cache => Figures.Count(cache.Hits)),
                Column<CacheStatistics>.Figure("Not found", cache => Figures.Count(cache.Misses)),
                Column<CacheStatistics>.Figure("Found of all", cache => Figures.Share(cache.HitRate)),
                Column<CacheStatistics>.Figure("Entries at the end", cache => Figures.Count(cache.Entries)));
        });
    }
}
