namespace FastMd.Engine.Reports;

/// <summary>
/// How the batch stood over a short while that ends at <see cref="At"/>. Rates and workers are averages over it, what is bounded is
/// its highest value.
/// </summary>
public sealed record TimelinePoint
{
    /// <summary>End of the while, since the batch began.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Documents done by then, since the batch began.</summary>
    public required long Completed { get; init; }

    /// <summary>Pages of the documents done by then, since the batch began.</summary>
    public long Pages { get; init; }

    /// <summary>Bytes read by then, since the batch began.</summary>
    public required long InputBytes { get; init; }

    /// <summary>Documents done a second.</summary>
    public required double DocumentsPerSecond { get; init; }

    /// <summary>Pages done a second.</summary>
    public double PagesPerSecond { get; init; }

    /// <summary>Input a second, in units of 1,048,576 bytes.</summary>
    public required double MegabytesPerSecond { get; init; }

    /// <summary>Workers on a document.</summary>
    public required double WorkersActive { get; init; }

    /// <summary>Workers that were allowed.</summary>
    public required double WorkersAllowed { get; init; }

    /// <summary>Working bytes in use, at most.</summary>
    public required long WorkingBytes { get; init; }

    /// <summary>Working bytes that may be in use.</summary>
    public required long WorkingBytesLimit { get; init; }

    /// <summary>Documents waiting for a worker, at most.</summary>
    public required long Waiting { get; init; }

    /// <summary>Results waiting for their turn, at most.</summary>
    public required long Parked { get; init; }

    /// <summary>Memory of the process and its worker processes, in bytes, at most.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Share of the processors in use, 0 to 1; null where that is not known.</summary>
    public double? Cpu { get; init; }

    /// <summary>File descriptors that the process had open, on Windows handles, at most; null where that is not known.</summary>
    public int? OpenFiles { get; init; }
}
