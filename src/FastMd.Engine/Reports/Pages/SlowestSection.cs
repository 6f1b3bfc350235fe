using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>The documents that took longest.</summary>
internal static class SlowestSection
{
    public static void Write(Markup page, BatchReport report)
    {
        if (report.Slowest.Count == 0)
        {
            return;
        }

        PageFrame.Section(page, "Slowest documents", () =>
        {
            using var card = page.Open("div", ("class", "card"));
            Table.Write(
                page,
                report.Slowest,
                new("Document", Document, "path"),
                Column<SlowDocument>.Figure("Size", document => Figures.Bytes(document.InputBytes)),
                Column<SlowDocument>.Words("Class", document => document.Tier.ToString(), "fixed"),
                Column<SlowDocument>.Figure("Time", document => Figures.Duration(document.Duration)),
                new("Stages", Stages, "meter"));
        });
    }

    private static void Document(Markup page, SlowDocument document)
    {
        StatusPill.Write(page, document.Status);
        PathText.Write(page, document.Path);
    }

    private static void Stages(Markup page, SlowDocument document)
    {
        if (document.Status == ConversionStatus.Converted)
        {
            StackedBar.Write(page, StageParts.Of(document.Stages, document.Duration), document.Duration.TotalSeconds, "small");
        }
    }
}
