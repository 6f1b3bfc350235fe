using FastMd.Engine.Documents;

namespace FastMd.Engine.Reports.Joining;

/// <summary>
/// Several reports as one: counts, sums, maxima and the slowest documents are what one report would say. Of percentiles a bound is given that holds, and
/// docs/shards.md says what is left out.
/// </summary>
internal static class JoinedReports
{
    private const int SlowestKept = 20;
    private const int FailuresKept = 200;
    private const int EndsKept = 200;

    /// <summary>Joins reports, at least one.</summary>
    public static BatchReport Of(IReadOnlyList<BatchReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var started = reports.Min(static report => report.Started);
        var elapsed = reports.Max(report => report.Started + report.Elapsed) - started;
        var documents = Sum(reports);
        var inputBytes = reports.Sum(static report => report.InputBytes);
        return new()
        {
            Started = started,
            Elapsed = elapsed,
            Version = string.Join(", ", reports.Select(static report => report.Version).Distinct()),
            Documents = documents,
            InputBytes = inputBytes,
            OutputBytes = reports.Sum(static report => report.OutputBytes),
            Pages = reports.Sum(static report => report.Pages),
            Throughput = Throughput.Of(documents.Converted, reports.Sum(static report => report.Pages), inputBytes, elapsed),
            Latency = Of([.. reports.Select(static report => report.Latency)]),
            QueueWait = Of([.. reports.Select(static report => report.QueueWait)]),
            Stages = reports.Aggregate(default(StageTimes), static (sum, report) => sum + report.Stages),
            Tiers = [.. reports.SelectMany(static report => report.Tiers).GroupBy(static tier => tier.Tier).OrderBy(static tier => tier.Key).Select(Of)],
            Workers = Of([.. reports.Select(static report => report.Workers)]),
            Diagnostics = Diagnostics(reports, documents.Total),
            Formats =
            [
                .. reports.SelectMany(static report => report.Formats).GroupBy(static format => format.Extension)
                    .Select(static format => new FormatSummary(format.Key, format.Sum(static one => one.Documents), format.Sum(static one => one.Failed)))
                    .OrderByDescending(static format => format.Documents).ThenBy(static format => format.Extension, StringComparer.Ordinal),
            ],
            Retries = new(reports.Sum(static report => report.Retries.Documents), reports.Sum(static report => report.Retries.Attempts)),
            Scaling = Ends(reports, started, static report => report.Scaling, static (decision, late) => decision with { At = decision.At + late }, static decision => decision.At),
            Alerts = Ends(reports, started, static report => report.Alerts, static (alert, late) => alert with { At = alert.At + late }, static alert => alert.At),
            Caches =
            [
                .. reports.SelectMany(static report => report.Caches).GroupBy(static cache => cache.Name).Select(static cache => new CacheStatistics(
                    cache.Key, cache.Sum(static one => one.Hits), cache.Sum(static one => one.Misses), cache.Sum(static one => one.Entries))),
            ],
            PeakResidentBytes = reports.Max(static report => report.PeakResidentBytes),
            Slowest = [.. reports.SelectMany(static report => report.Slowest).OrderByDescending(static document => document.Duration).ThenBy(static document => document.Path, StringComparer.Ordinal).Take(SlowestKept)],
            Failures = new(
                reports.Sum(static report => report.Failures.Count),
                [.. reports.SelectMany(static report => report.Failures.Items).OrderBy(static failure => failure.Path, StringComparer.Ordinal).Take(FailuresKept)]),
            Timeline = [],
        };
    }

    private static DocumentCounts Sum(IReadOnlyList<BatchReport> reports) => new(
        reports.Sum(static report => report.Documents.Converted),
        reports.Sum(static report => report.Documents.Unchanged),
        reports.Sum(static report => report.Documents.Failed),
        reports.Sum(static report => report.Documents.TimedOut),
        reports.Sum(static report => report.Documents.Cancelled));

    private static Distribution Of(IReadOnlyList<Distribution> parts)
    {
        DistributionBucket[] buckets =
        [
            .. parts.SelectMany(static part => part.Buckets).GroupBy(static bucket => bucket.From).OrderBy(static bucket => bucket.Key)
                .Select(static bucket => new DistributionBucket(bucket.Key, bucket.Max(static one => one.To), bucket.Sum(static one => one.Documents))),
        ];
        var (documents, maximum) = (parts.Sum(static part => part.Documents), parts.Max(static part => part.Maximum));
        TimeSpan Bound(double share, Func<Distribution, TimeSpan> ofPart) => Shorter(Reaching(buckets, documents, share, maximum), parts.Max(ofPart));
        return new(
            documents,
            Bound(0.50, static part => part.P50),
            Bound(0.95, static part => part.P95),
            Bound(0.99, static part => part.P99),
            maximum,
            buckets);
    }

    /// <summary>A duration that at least so many do not exceed: the end of the bucket where that many are reached.</summary>
    private static TimeSpan Reaching(DistributionBucket[] buckets, long documents, double share, TimeSpan maximum)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * documents));
        var reached = 0L;
        foreach (var bucket in buckets)
        {
            reached += bucket.Documents;
            if (reached >= wanted)
            {
                return Shorter(bucket.To, maximum);
            }
        }

        return maximum;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // What 95 of 100 in each part do not exceed, 95 of 100 in all do not exceed where it is the longest of them.
    private static TierSummary Of(IGrouping<SizeTier, TierSummary> tier) => new(
        tier.Key,
        tier.Sum(static one => one.Documents),
        tier.Sum(static one => one.InputBytes),
        new(tier.Sum(static one => one.Time.Ticks)),
        tier.Max(static one => one.P95));

    private static WorkerUse Of(IReadOnlyList<WorkerUse> parts)
    {
        var allowed = parts.Sum(static part => part.AllowedTime.Ticks);
        return new(
            parts.Sum(static part => part.AtStart),
            parts.Sum(static part => part.Most),
            new(parts.Sum(static part => part.BusyTime.Ticks)),
            new(allowed),
            allowed > 0 && parts.All(static part => part.Utilisation is not null) ? parts.Sum(static part => part.Utilisation!.Value * part.AllowedTime.Ticks) / allowed : null);
    }

    private static List<DiagnosticCount> Diagnostics(IReadOnlyList<BatchReport> reports, long documents)
        => [.. reports.SelectMany(static report => report.Diagnostics).GroupBy(static one => one.Code)
            .Select(same => (Same: same, Documents: same.Sum(static one => one.Documents)))
            .Select(same => new DiagnosticCount(
                same.Same.Key,
                same.Same.Max(static one => one.Severity),
                same.Same.Sum(static one => one.Count),
                same.Documents,
                documents > 0 ? (double)same.Documents / documents : 0))
            .OrderByDescending(static one => one.Severity).ThenByDescending(static one => one.Count).ThenBy(static one => one.Code, StringComparer.Ordinal)];

    /// <summary>What happened in all batches, by the time since the first began; of very much the first and the last.</summary>
    private static Excerpt<T> Ends<T>(
        IReadOnlyList<BatchReport> reports, DateTimeOffset started, Func<BatchReport, Excerpt<T>> of, Func<T, TimeSpan, T> later, Func<T, TimeSpan> at)
    {
        List<T> all = [.. reports.SelectMany(report => of(report).Items.Select(one => later(one, report.Started - started))).OrderBy(at)];
        return new(
            reports.Sum(report => of(report).Count),
            all.Count <= 2 * EndsKept ? all : [.. all.Take(EndsKept), .. all.TakeLast(EndsKept)]);
    }
}
