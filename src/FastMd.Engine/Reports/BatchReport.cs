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

    /// <summary>Pages of the documents that were converted; one that has no pages counts as one.</summary>
    public long Pages { get; init; }

    /// <summary>How fast it was, on average.</summary>
    public required Throughput Throughput { get; init; }

    /// <summary>How long the last attempt of a document took, over all that were tried.</summary>
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

    /// <summary>Documents that took more than one attempt.</summary>
    public required RetrySummary Retries { get; init; }

    /// <summary>Changes of the number of workers, as they came; of very many the first and the last.</summary>
    public required Excerpt<ScalingDecision> Scaling { get; init; }

    /// <summary>Alerts raised, as they came; of very many the first and the last.</summary>
    public required Excerpt<Alert> Alerts { get; init; }

    /// <summary>Caches and how useful they were.</summary>
    public required IReadOnlyList<CacheStatistics> Caches { get; init; }

    /// <summary>The most memory the process and its worker processes had resident, in bytes; 0 where that is not known.</summary>
    public required long PeakResidentBytes { get; init; }

    /// <summary>The documents that took longest, slowest first.</summary>
    public required IReadOnlyList<SlowDocument> Slowest { get; init; }

    /// <summary>Documents that failed or were abandoned; of many the first in input order.</summary>
    public required Excerpt<Failure> Failures { get; init; }

    /// <summary>How the batch went over time.</summary>
    public required IReadOnlyList<TimelinePoint> Timeline { get; init; }
}

/// <summary>Documents by what became of them.</summary>
/// <param name="Converted">Converted.</param>
/// <param name="Unchanged">Left alone: their outputs are what they would be converted to.</param>
/// <param name="Failed">Not converted, for a reason of their own.</param>
/// <param name="TimedOut">Abandoned at their time limit.</param>
/// <param name="Cancelled">Not done when the batch was cancelled.</param>
public sealed record DocumentCounts(long Converted, long Unchanged, long Failed, long TimedOut, long Cancelled)
{
    /// <summary>All of them.</summary>
    public long Total => Converted + Unchanged + Failed + TimedOut + Cancelled;
}

/// <summary>How fast documents were converted, on average over the whole batch. Only documents that were converted count.</summary>
/// <param name="DocumentsPerMinute">Documents a minute.</param>
/// <param name="PagesPerSecond">Pages a second; a document that has no pages is one.</param>
/// <param name="MegabytesPerSecond">Input a second, in units of 1,048,576 bytes.</param>
public sealed record Throughput(double DocumentsPerMinute, double PagesPerSecond, double MegabytesPerSecond)
{
    internal const double BytesPerMegabyte = 1024 * 1024;

    internal static Throughput Of(long documents, long pages, long bytes, TimeSpan elapsed)
        => elapsed > TimeSpan.Zero
            ? new(documents / elapsed.TotalMinutes, pages / elapsed.TotalSeconds, bytes / BytesPerMegabyte / elapsed.TotalSeconds)
            : new(0, 0, 0);
}

/// <summary>How many workers a batch had and how busy they were.</summary>
/// <param name="AtStart">Workers it began with.</param>
/// <param name="Most">The most it had at once.</param>
/// <param name="BusyTime">Time workers spent on documents, summed over them.</param>
/// <param name="AllowedTime">Time workers were allowed to work, summed over them: with a steady number, workers × elapsed.</param>
/// <param name="Utilisation">Share of the allowed workers that were at work when looked at, 0 to 1, averaged over the timeline; null without one.</param>
public sealed record WorkerUse(int AtStart, int Most, TimeSpan BusyTime, TimeSpan AllowedTime, double? Utilisation)
{
    /// <summary>Busy time as a share of the allowed time, 0 to 1.</summary>
    public double Efficiency => AllowedTime > TimeSpan.Zero ? Math.Min(1, BusyTime / AllowedTime) : 0;
}

/// <summary>How often documents were tried.</summary>
/// <param name="Documents">Documents tried more than once.</param>
/// <param name="Attempts">Attempts of all documents together.</param>
public sealed record RetrySummary(long Documents, long Attempts);

/// <summary>How useful a cache was.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="Hits">How often something was found in it.</param>
/// <param name="Misses">How often it was not.</param>
/// <param name="Entries">How many things it held at the end.</param>
public sealed record CacheStatistics(string Name, long Hits, long Misses, long Entries)
{
    /// <summary>Hits as a share of all looks, 0 to 1; 0 where nobody looked.</summary>
    public double HitRate => Hits + Misses > 0 ? (double)Hits / (Hits + Misses) : 0;
}
