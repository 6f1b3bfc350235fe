namespace FastMd.Engine.Reports.Recording;

/// <summary>How a batch stands at one moment.</summary>
public readonly record struct BatchSample
{
    /// <summary>Time since the batch began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Documents done since the batch began.</summary>
    public required long Completed { get; init; }

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

    /// <summary>Memory of the process, in bytes.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Share of the processors in use, 0 to 1; null where that is not known.</summary>
    public double? Cpu { get; init; }
}
