using System.Globalization;
using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>
/// A report as one HTML page, for people. It needs no network and no script, and suits light and dark, narrow screens and paper.
/// </summary>
public static class ReportPage
{
    /// <summary>Writes a page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to, to be encoded as UTF-8; it stays open.</param>
    public static void Write(BatchReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        PageFrame.Write("FastMd: " + Verdict.Sentence(report.Documents), output, page =>
        {
            Head(page, report);
            Headline.Write(page, report);
            AlertList.Write(page, report.Alerts);
            TimelineSection.Write(page, report);
            ScalingSection.Write(page, report.Scaling);
            LatencySection.Write(page, report);
            EffortSection.Write(page, report);
            SlowestSection.Write(page, report);
            FailureSection.Write(page, report);
            CacheSection.Write(page, report.Caches);
            page.Element(
                "footer",
                $"FastMd {report.Version}. Percentiles are within 2 % of the exact ones. KB, MB and GB are steps of 1,024; MB/s counts what was read of converted documents.");
        });
    }

    private static void Head(Markup page, BatchReport report)
    {
        using var header = page.Open("header", ("class", Verdict.Style(report.Documents)));
        page.Element(
            "p", "Batch of " + report.Started.UtcDateTime.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture), ("class", "over"));
        page.Element("h1", Verdict.Sentence(report.Documents));
        var work = report.Documents.Converted > 0
            ? $"{Figures.Bytes(report.InputBytes)} of input became {Figures.Bytes(report.OutputBytes)} of output in"
            : "It took";
        page.Element("p", $"{work} {Figures.Duration(report.Elapsed)}, with {Workers(report.Workers)}.", ("class", "lead"));
    }

    private static string Workers(WorkerUse workers)
        => (workers.Most == 1 ? "one worker" : $"up to {Figures.Count(workers.Most)} workers")
            + (workers.AtStart < workers.Most ? $", {Figures.Count(workers.AtStart)} at the start" : "");
}
