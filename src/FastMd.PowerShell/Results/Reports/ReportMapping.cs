using FastMd.Engine.Documents;
using FastMd.Engine.Reports;
using FastMd.Engine.Resources;

namespace FastMd.PowerShell.Results.Reports;

/// <summary>The engine's report as the module's.</summary>
internal static class ReportMapping
{
    public static FastMdReport ToShell(this BatchReport report) => new()
    {
        Started = report.Started.LocalDateTime,
        Elapsed = report.Elapsed,
        Version = report.Version,
        Documents = report.Documents.Total,
        Converted = report.Documents.Converted,
        Unchanged = report.Documents.Unchanged,
        Failed = report.Documents.Failed,
        TimedOut = report.Documents.TimedOut,
        Cancelled = report.Documents.Cancelled,
        InputBytes = report.InputBytes,
        OutputBytes = report.OutputBytes,
        DocumentsPerMinute = report.Throughput.DocumentsPerMinute,
        PagesPerSecond = report.Throughput.PagesPerSecond,
        MegabytesPerSecond = report.Throughput.MegabytesPerSecond,
        Latency = report.Latency.ToShell(),
        QueueWait = report.QueueWait.ToShell(),
        Stages = report.Stages.ToShell(),
        Workers = report.Workers.ToShell(),
        PeakMemoryBytes = report.PeakResidentBytes,
        Retried = report.Retries.Documents,
        Attempts = report.Retries.Attempts,
        Tiers = report.Tiers.Select(ToShell).ToArray(),
        Formats = report.Formats.Select(ToShell).ToArray(),
        Diagnostics = report.Diagnostics.Select(ToShell).ToArray(),
        ScalingCount = report.Scaling.Count,
        Scaling = report.Scaling.Items.Select(ToShell).ToArray(),
        AlertCount = report.Alerts.Count,
        Alerts = report.Alerts.Items.Select(ToShell).ToArray(),
        Caches = report.Caches.Select(ToShell).ToArray(),
        Slowest = report.Slowest.Select(ToShell).ToArray(),
        FailureCount = report.Failures.Count,
        Failures = report.Failures.Items.Select(ToShell).ToArray(),
        Timeline = report.Timeline.Select(ToShell).ToArray(),
    };

    private static FastMdDistribution ToShell(this Distribution distribution)
        => new(distribution.Documents, distribution.P50, distribution.P95, distribution.P99, distribution.Maximum);

    private static FastMdWorkerUse ToShell(this WorkerUse workers)
        => new(workers.AtStart, workers.Most, workers.BusyTime, workers.AllowedTime, workers.Efficiency, workers.Utilisation);

    private static FastMdTierSummary ToShell(TierSummary tier)
        => new(tier.Tier.ToShell(), tier.Documents, tier.InputBytes, tier.Time, tier.P95);

    private static FastMdFormatSummary ToShell(FormatSummary format)
        => new(format.Extension, format.Documents, format.Failed, format.FailureRate);

    private static FastMdDiagnosticCount ToShell(DiagnosticCount diagnostic)
        => new(diagnostic.Code, diagnostic.Severity.ToShell(), diagnostic.Count, diagnostic.Documents, diagnostic.Rate);

    private static FastMdScalingDecision ToShell(ScalingDecision decision)
        => new(decision.At, decision.From, decision.To, decision.Reason.ToShell(), decision.Explanation);

    private static FastMdAlert ToShell(Alert alert) => new(alert.At, alert.Name, alert.Message);

    private static FastMdCache ToShell(CacheStatistics cache) => new(cache.Name, cache.Hits, cache.Misses, cache.Entries, cache.HitRate);

    private static FastMdSlowDocument ToShell(SlowDocument document) => new(
        document.Path, document.Status.ToShell(), document.Tier.ToShell(), document.InputBytes, document.Duration, document.Stages.ToShell());

    private static FastMdFailure ToShell(Failure failure)
        => new(failure.Path, failure.Status.ToShell(), failure.Line, failure.Column, failure.Code, failure.Message);

    private static FastMdTimelinePoint ToShell(TimelinePoint point) => new()
    {
        At = point.At,
        Completed = point.Completed,
        InputBytes = point.InputBytes,
        DocumentsPerSecond = point.DocumentsPerSecond,
        MegabytesPerSecond = point.MegabytesPerSecond,
        WorkersActive = point.WorkersActive,
        WorkersAllowed = point.WorkersAllowed,
        WorkingBytes = point.WorkingBytes,
        WorkingBytesLimit = point.WorkingBytesLimit,
        Waiting = point.Waiting,
        Parked = point.Parked,
        ResidentBytes = point.ResidentBytes,
        Cpu = point.Cpu,
    };

    private static FastMdSizeTier ToShell(this SizeTier tier) => tier switch
    {
        SizeTier.Tiny => FastMdSizeTier.Tiny,
        SizeTier.Small => FastMdSizeTier.Small,
        SizeTier.Medium => FastMdSizeTier.Medium,
        SizeTier.Large => FastMdSizeTier.Large,
        SizeTier.Huge => FastMdSizeTier.Huge,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
    };

    private static FastMdScalingReason ToShell(this ScalingReason reason) => reason switch
    {
        ScalingReason.Start => FastMdScalingReason.Start,
        ScalingReason.MemoryPressure => FastMdScalingReason.MemoryPressure,
        ScalingReason.RateLimited => FastMdScalingReason.RateLimited,
        ScalingReason.IoWait => FastMdScalingReason.IoWait,
        ScalingReason.NoGain => FastMdScalingReason.NoGain,
        ScalingReason.CpuCap => FastMdScalingReason.CpuCap,
        ScalingReason.Recovered => FastMdScalingReason.Recovered,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
