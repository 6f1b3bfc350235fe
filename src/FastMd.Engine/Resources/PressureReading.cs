namespace FastMd.Engine.Resources;

/// <summary>How busy the machine is. What cannot be told is null.</summary>
public readonly record struct PressureReading
{
    /// <summary>Share of the machine's processors, or of the control group's quota, that was busy since the reading before, 0 to 1.</summary>
    public double? Cpu { get; init; }

    /// <summary>Share of processor time that was idle for waiting on a disk since the reading before, 0 to 1.</summary>
    public double? IoWait { get; init; }

    /// <summary>Share of memory in use, 0 to 1, of the machine or the control group, whichever is tighter.</summary>
    public double? MemoryUsed { get; init; }

    /// <summary>Share of the last ten seconds in which some task waited for memory, 0 to 1.</summary>
    public double? MemoryStall { get; init; }

    /// <summary>Memory load at the last collection as a share of what the collector calls high; 0 before the first.</summary>
    public double GcLoad { get; init; }

    /// <summary>Bytes this process may still use.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>Bytes of this process in memory.</summary>
    public long ResidentBytes { get; init; }
}
