using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>Small print.</summary>
internal static class Note
{
    public static void Write(Markup page, string text) => page.Element("p", text, ("class", "note"));

    /// <summary>Says how many there are that are not shown, if any.</summary>
    public static void More(Markup page, long count, string what)
    {
        if (count > 0)
        {
            Write(page, $"{Figures.Count(count)} more {what} are not shown.");
        }
    }
}
