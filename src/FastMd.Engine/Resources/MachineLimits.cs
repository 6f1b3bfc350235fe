namespace FastMd.Engine.Resources;

/// <summary>What the process may use of the machine.</summary>
public sealed record MachineLimits
{
    /// <summary>Processors the runtime may use.</summary>
    public required int Processors { get; init; }

    /// <summary>Processors the control group grants; null where it sets no quota.</summary>
    public double? CpuQuota { get; init; }

    /// <summary>Memory in bytes: the machine's or the control group's, whichever is less.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Memory in bytes the control group allows; null where it sets no limit.</summary>
    public long? CgroupMemoryBytes { get; init; }
}
