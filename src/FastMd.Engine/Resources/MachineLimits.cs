namespace FastMd.Engine.Resources;

/// <summary>What this process may use of the machine. Found once: a limit changed later is not seen.</summary>
/// <param name="Processors">Processors the runtime uses, from 1: affinity and quota (rounded up) are taken into account.</param>
/// <param name="CpuQuota">Processors' worth of time the control group grants; null where it sets no quota.</param>
/// <param name="MemoryBytes">Bytes of memory: the machine's or the control group's, whichever is less.</param>
/// <param name="CgroupMemoryBytes">Bytes of memory the control group, or one around it, grants; null where none sets a limit.</param>
/// <param name="OnlineProcessors">Processors of the machine, whether or not this process may use them; null where unknown.</param>
internal sealed record MachineLimits(
    int Processors, double? CpuQuota, long MemoryBytes, long? CgroupMemoryBytes, int? OnlineProcessors = null);
