using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Reports.Pages;

/// <summary>Why the number of workers changed.</summary>
internal static class ScalingSection
{
    private const int Shown = 40;

    public static void Write(Markup page, Excerpt<ScalingDecision> scaling)
    {
        if (scaling.Count == 0)
        {
            return;
        }

        PageFrame.Section(page, "Changes of the number of workers", () =>
        {
            using var card = page.Open("div", ("class", "card"));
            Table.Write(
                page,
                scaling.Items.Take(Shown),
                Column<ScalingDecision>.Words("After", decision => Figures.Duration(decision.At), "fixed"),
                Column<ScalingDecision>.Words("Workers", Change, "fixed"),
                Column<ScalingDecision>.Words("Reason", decision => Reason(decision.Reason), "fixed"),
                Column<ScalingDecision>.Words("Explanation", decision => decision.Explanation, "words"));
            Note.More(page, scaling.Count - Math.Min(Shown, scaling.Items.Count), "changes");
        });
    }

    private static string Change(ScalingDecision decision) => decision.Reason == ScalingReason.Start
        ? Figures.Real(decision.To)
        : $"{Figures.Real(decision.From)} → {Figures.Real(decision.To)}";

    private static string Reason(ScalingReason reason) => reason switch
    {
        ScalingReason.Start => "start",
        ScalingReason.MemoryPressure => "memory is short",
        ScalingReason.RateLimited => "told to slow down",
        ScalingReason.IoWait => "waiting for the disk",
        ScalingReason.NoGain => "no gain",
        ScalingReason.CpuCap => "processor cap",
        ScalingReason.Recovered => "recovered",
        _ => reason.ToString(),
    };
}
