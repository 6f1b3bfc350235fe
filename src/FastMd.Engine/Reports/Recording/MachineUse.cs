namespace FastMd.Engine.Reports.Recording;

/// <summary>What a report says and a <see cref="BatchRecorder"/> cannot see.</summary>
public sealed record MachineUse
{
    /// <summary>Workers the batch began with.</summary>
    public required int WorkersAtStart { get; init; }

    /// <summary>The most workers it had at once.</summary>
    public required int WorkersMost { get; init; }

    /// <summary>Time workers spent on documents, summed over them.</summary>
    public required TimeSpan WorkerBusyTime { get; init; }

    /// <summary>The most memory the process had resident, in bytes; 0 where that is not known.</summary>
    public long PeakResidentBytes { get; init; }

    /// <summary>Caches and how useful they were.</summary>
    public IReadOnlyList<CacheStatistics> Caches { get; init; } = [];
}
