namespace FastMd.Engine.Batching;

/// <summary>How a batch follows the load of its machine.</summary>
public sealed record ScalingOptions
{
    /// <summary>Workers that run however short memory is; all of them where there are no more.</summary>
    public int MinimumWorkers { get; init; } = 1;

    /// <summary>Workers that run at most, when all wait for the disk; no fewer than the batch starts with.</summary>
    public int MaximumWorkers { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Share of the machine's processors, 0 to 1, beyond which the batch holds back; null where it need not.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Free memory in bytes below which nothing more is admitted; 0 where there is no such floor.</summary>
    public long FreeMemoryFloor { get; init; } = 128L * 1024 * 1024;
}
