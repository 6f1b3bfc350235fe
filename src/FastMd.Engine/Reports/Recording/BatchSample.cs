namespace FastMd.Engine.Reports.Recording;

/// <summary>How a batch stands at one moment.</summary>
internal readonly record struct BatchSample
{
    /// <summary>Time since the batch began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Documents done since the batch began.</summary>
    public required long Completed { get; init; }

    /// <summary>Pages of the documents done since the batch began.</summary>
    public long Pages { get; init; }

    /// <summary>Bytes read since the batch began.</summary>
    public required long InputBytes { get; init; }

    /// <summary>Workers on a document.</summary>
    public required int WorkersActive { get; init; }

    /// <summary>Workers that may be; a fraction where they work part of the time.</summary>
    public required double WorkersAllowed { get; init; }

    /// <summary>Working bytes in use.</summary>
    public required long WorkingBytes { get; init; }

    /// <summary>Working bytes that may be in use.</summary>
    public required long WorkingBytesLimit { get; init; }

    /// <summary>Documents waiting for a worker.</summary>
    public required long Waiting { get; init; }

    /// <summary>Results waiting for their turn to be emitted.</summary>
    public required long Parked { get; init; }

    /// <summary>Memory of the process and its worker processes, in bytes.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Share of the processors in use, 0 to 1; null where that is not known.</summary>
    public double? Cpu { get; init; }

    /// <summary>File descriptors that the process has open, on Windows handles; null where that is not known.</summary>
    public int? OpenFiles { get; init; }
}

/// <summary>What a report says and a <see cref="BatchRecorder"/> cannot see.</summary>
internal sealed record MachineUse
{
    /// <summary>Workers the batch began with.</summary>
    public required int WorkersAtStart { get; init; }

    /// <summary>The most workers it had at once.</summary>
    public required int WorkersMost { get; init; }

    /// <summary>Time workers spent on documents, summed over them.</summary>
    public required TimeSpan WorkerBusyTime { get; init; }

    /// <summary>The most memory the process had resident, without its worker processes, in bytes; 0 where that is not known.</summary>
    public long PeakResidentBytes { get; init; }

    /// <summary>Caches and how useful they were.</summary>
    public IReadOnlyList<CacheStatistics> Caches { get; init; } = [];
}
