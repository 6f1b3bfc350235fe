using FastMd.Engine.Documents;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Reports;

/// <summary>What a batch did. Its size does not depend on how many documents there were.</summary>
public sealed record BatchReport
{
    /// <summary>When the batch began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, or has taken so far.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Version of FastMd, such as <c>1.2.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Documents by what became of them.</summary>
    public required DocumentCounts Documents { get; init; }

    /// <summary>Bytes read of the documents that were converted.</summary>
    public required long InputBytes { get; init; }

    /// <summary>Bytes of their outputs.</summary>
    public required long OutputBytes { get; init; }

    /// <summary>How fast it was, on average.</summary>
    public required Throughput Throughput { get; init; }

    /// <summary>How long the last try of a document took, over all that were tried.</summary>
    public required Distribution Latency { get; init; }

    /// <summary>How long a document waited, admitted, for a worker, over all that were tried.</summary>
    public required Distribution QueueWait { get; init; }

    /// <summary>Where the time of all documents went, summed over the workers.</summary>
    public required StageTimes Stages { get; init; }

    /// <summary>Documents by size, smallest first; tiers without documents are left out.</summary>
    public required IReadOnlyList<TierSummary> Tiers { get; init; }

    /// <summary>How many workers there were and how busy they were.</summary>
    public required WorkerUse Workers { get; init; }

    /// <summary>Diagnostics by code: errors first, the most frequent first.</summary>
    public required IReadOnlyList<DiagnosticCount> Diagnostics { get; init; }

    /// <summary>Documents by file extension, the most frequent first.</summary>
    public required IReadOnlyList<FormatSummary> Formats { get; init; }

    /// <summary>Documents that took more than one try.</summary>
    public required RetrySummary Retries { get; init; }

    /// <summary>Changes of the number of workers, as they came; of very many the first and the last.</summary>
    public required Excerpt<ScalingDecision> Scaling { get; init; }

    /// <summary>Alerts raised, as they came; of very many the first and the last.</summary>
    public required Excerpt<Alert> Alerts { get; init; }

    /// <summary>Caches and how useful they were.</summary>
    public required IReadOnlyList<CacheStatistics> Caches { get; init; }

    /// <summary>The most memory the process had resident, in bytes; 0 where that is not known.</summary>
    public required long PeakResidentBytes { get; init; }

    /// <summary>The documents that took longest, slowest first.</summary>
    public required IReadOnlyList<SlowDocument> Slowest { get; init; }

    /// <summary>Documents that failed or were given up; of many the first in input order.</summary>
    public required Excerpt<Failure> Failures { get; init; }

    /// <summary>How the batch went over time.</summary>
    public required IReadOnlyList<TimelinePoint> Timeline { get; init; }
}
