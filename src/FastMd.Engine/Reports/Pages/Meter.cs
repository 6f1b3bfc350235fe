using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>A share as a small bar.</summary>
internal static class Meter
{
    public static void Write(Markup page, double share)
        => StackedBar.Write(page, [new("Share", share, Figures.Share(share))], 1, "small");
}
