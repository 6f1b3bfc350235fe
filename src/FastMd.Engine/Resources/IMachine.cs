namespace FastMd.Engine.Resources;

/// <summary>What a platform can tell. Nothing of it throws: what cannot be read is null.</summary>
internal interface IMachine
{
    MachineLimits Limits { get; }

    /// <summary>Time of all processors.</summary>
    ICpuClock Processors { get; }

    /// <summary>Time granted by a quota; null where there is none, or where nothing counts what was used of it.</summary>
    ICpuClock? Quota { get; }

    MemoryState ReadMemory();
}

/// <summary>What this process may use of the machine. Found once: a limit changed later is not seen.</summary>
/// <param name="Processors">Processors the runtime uses, from 1: affinity and quota (rounded up) are taken into account.</param>
/// <param name="CpuQuota">Processors' worth of time the control group grants; null where it sets no quota.</param>
/// <param name="MemoryBytes">Bytes of memory: the machine's or the control group's, whichever is less.</param>
/// <param name="CgroupMemoryBytes">Bytes of memory the control group, or one around it, grants; null where none sets a limit.</param>
/// <param name="OnlineProcessors">Processors of the machine, whether or not this process may use them; null where unknown.</param>
internal sealed record MachineLimits(
    int Processors, double? CpuQuota, long MemoryBytes, long? CgroupMemoryBytes, int? OnlineProcessors = null);

/// <summary>A platform that only the runtime knows anything about.</summary>
internal sealed class UnknownMachine : IMachine, ICpuClock
{
    public MachineLimits Limits { get; } = new(Environment.ProcessorCount, null, RuntimeMemory.TotalBytes, null);

    public ICpuClock Processors => this;

    public ICpuClock? Quota => null;

    public CpuTicks? Read() => null;

    public MemoryState ReadMemory() => default;
}
