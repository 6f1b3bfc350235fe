using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>Where the time of the workers went: by stage and by size of document.</summary>
internal static class EffortSection
{
    public static void Write(Markup page, BatchReport report)
    {
        var whole = report.Tiers.Aggregate(TimeSpan.Zero, (sum, tier) => sum + tier.Time);
        whole = whole > report.Stages.Total ? whole : report.Stages.Total;
        if (whole == TimeSpan.Zero)
        {
            return;
        }

        PageFrame.Section(page, "Where the workers' time went", () =>
        {
            using var grid = page.Open("div", ("class", "grid roomy"));
            using (page.Open("div", ("class", "card")))
            {
                Stages(page, StageParts.Of(report.Stages, whole), whole);
            }

            using (page.Open("div", ("class", "card")))
            {
                Tiers(page, report.Tiers, whole);
            }
        });
    }

    private static void Stages(Markup page, IReadOnlyList<Part> parts, TimeSpan whole)
    {
        page.Element("h3", "By stage");
        StackedBar.Write(page, parts, whole.TotalSeconds, "tall");
        Table.Write(
            page,
            parts.Select((part, i) => new ColoredPart(part, i + 1)).Where(row => row.Part.Value > 0),
            new("Stage", (cell, row) => cell.Element("span", row.Part.Name, ("class", $"swatch c{row.Color}"))),
            Column<ColoredPart>.Figure("Time", row => Figures.Duration(TimeSpan.FromSeconds(row.Part.Value))),
            Column<ColoredPart>.Figure("Share", row => Figures.Share(row.Part.Value / whole.TotalSeconds)));
        if (parts[^1].Value > 0)
        {
            Note.Write(page, "Other is what lies between the stages, and tries that did not get through.");
        }
    }

    private static void Tiers(Markup page, IReadOnlyList<TierSummary> tiers, TimeSpan whole)
    {
        page.Element("h3", "By size of document");
        Table.Write(
            page,
            tiers,
            Column<TierSummary>.Words("Size", tier => tier.Tier.ToString(), "fixed"),
            Column<TierSummary>.Figure("Documents", tier => Figures.Count(tier.Documents)),
            Column<TierSummary>.Figure("Input", tier => Figures.Bytes(tier.InputBytes)),
            Column<TierSummary>.Figure("p95", tier => Figures.Duration(tier.P95)),
            Column<TierSummary>.Figure("Time", tier => Figures.Duration(tier.Time)),
            new("Share", (cell, tier) => Meter.Write(cell, tier.Time / whole), "meter"));
    }

    // A class: what LINQ does with a tuple is half a megabyte of native code.
    private sealed record ColoredPart(Part Part, int Color);
}
