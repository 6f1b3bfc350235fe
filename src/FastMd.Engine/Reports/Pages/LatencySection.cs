using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>How long documents took, and how long they waited before.</summary>
internal static class LatencySection
{
    public static void Write(Markup page, BatchReport report)
    {
        if (report.Latency.Documents == 0)
        {
            return;
        }

        PageFrame.Section(page, "How long a document took", () =>
        {
            using (page.Open("div", ("class", "grid")))
            {
                Chart("Time of a document", report.Latency).Write(page);
                Chart("Wait for a worker before", report.QueueWait).Write(page);
            }

            using var card = page.Open("div", ("class", "card"));
            Table.Write(
                page,
                [("Time of a document", report.Latency), ("Wait for a worker", report.QueueWait)],
                Column<(string Name, Distribution Of)>.Words("", row => row.Name),
                Column<(string Name, Distribution Of)>.Figure("p50", row => Figures.Duration(row.Of.P50)),
                Column<(string Name, Distribution Of)>.Figure("p95", row => Figures.Duration(row.Of.P95)),
                Column<(string Name, Distribution Of)>.Figure("p99", row => Figures.Duration(row.Of.P99)),
                Column<(string Name, Distribution Of)>.Figure("Longest", row => Figures.Duration(row.Of.Maximum)));
        });
    }

    private static Histogram Chart(string title, Distribution distribution)
    {
        var buckets = distribution.Buckets;
        return new()
        {
            Title = title,
            XAxis = Axis.Logarithmic(buckets[0].From.TotalSeconds, buckets[^1].To.TotalSeconds, Seconds),
            YAxis = Axis.UpTo(buckets.Max(bucket => bucket.Documents), Figures.Real, leastStep: 1),
            Bars = [.. buckets.Select(bucket => BarOf(bucket, distribution.Documents))],
            Marks = [MarkOf("p50", distribution.P50, 2), MarkOf("p95", distribution.P95, 3), MarkOf("p99", distribution.P99, 4)],
        };
    }

    private static Bar BarOf(DistributionBucket bucket, long documents) => new(
        bucket.From.TotalSeconds,
        bucket.To.TotalSeconds,
        bucket.Documents,
        $"{Figures.Duration(bucket.From)} to {Figures.Duration(bucket.To)}: {Figures.Count(bucket.Documents)} documents, {Figures.Share((double)bucket.Documents / documents)}");

    private static ChartMark MarkOf(string name, TimeSpan at, int color)
        => new(at.TotalSeconds, $"{name} {Figures.Duration(at)}", $"{name}: {Figures.Duration(at)}", color);

    private static string Seconds(double seconds) => Figures.Duration(TimeSpan.FromSeconds(seconds));
}
