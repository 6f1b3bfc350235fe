using FastMd.Engine.Reports.Charts;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Pages;

/// <summary>How long documents took, and how long they waited before.</summary>
internal static class LatencySection
{
    // A clock's tick: what took no time at all has no place on a logarithmic axis.
    private const double Shortest = 1e-7;

    public static void Write(Markup page, BatchReport report)
    {
        if (report.Latency.Documents == 0)
        {
            return;
        }

        PageFrame.Section(page, "How long a document took", () =>
        {
            using var grid = page.Open("div", ("class", "grid"));
            Chart("From start to end", report.Latency).Write(page);
            if (report.QueueWait.Maximum > TimeSpan.Zero)
            {
                Chart("Wait for a worker before", report.QueueWait).Write(page);
            }
        });
    }

    private static Histogram Chart(string title, Distribution distribution)
    {
        var buckets = distribution.Buckets;
        return new()
        {
            Title = title,
            XAxis = Axis.Logarithmic(Math.Max(buckets[0].From.TotalSeconds, Shortest), buckets[^1].To.TotalSeconds, Seconds),
            YAxis = Axis.UpTo(buckets.Max(bucket => bucket.Documents), Figures.Real, leastStep: 1),
            Bars = [.. buckets.Select(bucket => BarOf(bucket, distribution.Documents))],
            Marks =
            [
                MarkOf("p50", distribution.P50, 2),
                MarkOf("p95", distribution.P95, 3),
                MarkOf("p99", distribution.P99, 4),
                MarkOf("longest", distribution.Maximum, 0),
            ],
        };
    }

    private static Bar BarOf(DistributionBucket bucket, long documents) => new(
        bucket.From.TotalSeconds,
        bucket.To.TotalSeconds,
        bucket.Documents,
        $"{Figures.Duration(bucket.From)} to {Figures.Duration(bucket.To)}: {Figures.Count(bucket.Documents, "document", "documents")}, {Figures.Share((double)bucket.Documents / documents)}");

    private static ChartMark MarkOf(string name, TimeSpan at, int color)
        => new(at.TotalSeconds, $"{name} {Figures.Duration(at)}", $"{name}: {Figures.Duration(at)}", color);

    private static string Seconds(double seconds) => Figures.Duration(TimeSpan.FromSeconds(seconds));
}
