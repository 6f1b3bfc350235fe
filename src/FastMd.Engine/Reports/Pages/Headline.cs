using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>The figures someone looks for first.</summary>
internal static class Headline
{
    public static void Write(Markup page, BatchReport report)
    {
        var documents = report.Documents;
        using var tiles = page.Open("div", ("class", "tiles"));
        Tile(page, "Time", Figures.Duration(report.Elapsed), Figures.Count(documents.Total, "document", "documents"));
        Tile(
            page,
            "Documents a minute",
            Figures.Real(report.Throughput.DocumentsPerMinute),
            $"{Figures.Real(report.Throughput.PagesPerSecond)} pages a second");
        Tile(page, "Input", Figures.Real(report.Throughput.MegabytesPerSecond) + " MB/s", $"{Figures.Bytes(report.InputBytes)} read");
        Tile(
            page,
            "Not converted",
            Figures.Share(documents.Total > 0 ? (double)(documents.Total - documents.Converted) / documents.Total : 0),
            Verdict.Rest(documents));
        Latency(page, report.Latency);
        Tile(
            page,
            "Worker efficiency",
            Figures.Share(report.Workers.Efficiency),
            $"busy {Figures.Duration(report.Workers.BusyTime)} of {Figures.Duration(report.Workers.AllowedTime)}");
        Tile(page, "Memory at most", report.PeakResidentBytes > 0 ? Figures.Bytes(report.PeakResidentBytes) : "unknown", "of the process");
        Tile(page, "Tried again", Figures.Count(report.Retries.Documents), Figures.Count(report.Retries.Attempts, "try", "tries") + " in all");
    }

    private static void Latency(Markup page, Distribution latency)
    {
        if (latency.Documents > 0)
        {
            Tile(page, "95 of 100 done within", Figures.Duration(latency.P95), $"half within {Figures.Duration(latency.P50)}");
        }
        else
        {
            Tile(page, "95 of 100 done within", "–", "no document was begun");
        }
    }

    private static void Tile(Markup page, string name, string value, string more)
    {
        using var tile = page.Open("div", ("class", "tile"));
        page.Element("div", name, ("class", "name"));
        using (page.Open("div", ("class", "value")))
        {
            // Units stand back.
            foreach (var word in value.Split(' '))
            {
                page.Element("span", word + " ", ("class", word.Any(char.IsAsciiDigit) ? "" : "unit"));
            }
        }

        page.Element("div", more, ("class", "more"));
    }
}
