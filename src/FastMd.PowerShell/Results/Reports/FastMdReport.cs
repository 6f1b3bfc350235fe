namespace FastMd.PowerShell.Results.Reports;

/// <summary>What a batch did.</summary>
public sealed record FastMdReport
{
    /// <summary>When the batch began, local time.</summary>
    public required DateTime Started { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Version of FastMd.</summary>
    public required string Version { get; init; }

    /// <summary>Documents that have an outcome.</summary>
    public required long Documents { get; init; }

    /// <summary>Those converted.</summary>
    public required long Converted { get; init; }

    /// <summary>Documents that were left alone: their outputs are what they would be converted to.</summary>
    public required long Unchanged { get; init; }

    /// <summary>Those that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Those given up at their time limit.</summary>
    public required long TimedOut { get; init; }

    /// <summary>Those not done when the batch ended early.</summary>
    public required long Cancelled { get; init; }

    /// <summary>Bytes read of the documents that were converted.</summary>
    public required long InputBytes { get; init; }

    /// <summary>Bytes of their outputs.</summary>
    public required long OutputBytes { get; init; }

    /// <summary>Documents converted a minute.</summary>
    public required double DocumentsPerMinute { get; init; }

    /// <summary>Documents converted a second.</summary>
    public required double PagesPerSecond { get; init; }

    /// <summary>Megabytes read a second.</summary>
    public required double MegabytesPerSecond { get; init; }

    /// <summary>How long documents took.</summary>
    public required FastMdDistribution Latency { get; init; }

    /// <summary>How long they waited for a worker.</summary>
    public required FastMdDistribution QueueWait { get; init; }

    /// <summary>Where the time of all documents went, summed over the workers.</summary>
    public required FastMdStageTimes Stages { get; init; }

    /// <summary>How many workers there were and how busy they were.</summary>
    public required FastMdWorkerUse Workers { get; init; }

    /// <summary>The most memory the process had resident, in bytes; 0 where that is not known.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Documents tried more than once.</summary>
    public required long Retried { get; init; }

    /// <summary>Tries of all documents together.</summary>
    public required long Attempts { get; init; }

    /// <summary>Documents by size, smallest first.</summary>
    public required IReadOnlyList<FastMdTierSummary> Tiers { get; init; }

    /// <summary>Documents by file extension, the most frequent first.</summary>
    public required IReadOnlyList<FastMdFormatSummary> Formats { get; init; }

    /// <summary>Diagnostics by code: errors first, the most frequent first.</summary>
    public required IReadOnlyList<FastMdDiagnosticCount> Diagnostics { get; init; }

    /// <summary>How many changes of the number of workers there were.</summary>
    public required long ScalingCount { get; init; }

    /// <summary>Those changes; of very many the first and the last.</summary>
    public required IReadOnlyList<FastMdScalingDecision> Scaling { get; init; }

    /// <summary>How many alerts there were.</summary>
    public required long AlertCount { get; init; }

    /// <summary>Those alerts; of very many the first and the last.</summary>
    public required IReadOnlyList<FastMdAlert> Alerts { get; init; }

    /// <summary>Caches and how useful they were.</summary>
    public required IReadOnlyList<FastMdCache> Caches { get; init; }

    /// <summary>The documents that took longest, slowest first.</summary>
    public required IReadOnlyList<FastMdSlowDocument> Slowest { get; init; }

    /// <summary>How many documents failed or were given up.</summary>
    public required long FailureCount { get; init; }

    /// <summary>Those documents; of many the first in input order.</summary>
    public required IReadOnlyList<FastMdFailure> Failures { get; init; }

    /// <summary>How the batch went over time.</summary>
    public required IReadOnlyList<FastMdTimelinePoint> Timeline { get; init; }
}
