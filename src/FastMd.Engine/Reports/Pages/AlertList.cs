using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>The alerts, where nobody misses them.</summary>
internal static class AlertList
{
    private const int Shown = 20;

    public static void Write(Markup page, Excerpt<Alert> alerts)
    {
        if (alerts.Count == 0)
        {
            return;
        }

        using var list = page.Open("div", ("class", "alerts"));
        foreach (var alert in alerts.Items.Take(Shown))
        {
            using (page.Open("p", ("class", "alert")))
            {
                page.Element("b", alert.Name);
                page.Text($" after {Figures.Duration(alert.At)}: {alert.Message}");
            }
        }

        Note.More(page, alerts.Count - Math.Min(Shown, alerts.Items.Count), "alerts");
    }
}
