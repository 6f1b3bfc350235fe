namespace FastMd.Engine.Resources;

/// <summary>How hard pressed the machine is, as far as this process feels it. Shares go from 0 to 1; null is unknown.</summary>
/// <param name="Cpu">
/// Share of processor time that was spent since the reading before, by all processes; of the control group's quota where there is one.
/// Null on the first reading.
/// </param>
/// <param name="IoWait">
/// Share of the machine's processor time that was idle with I/O outstanding since the reading before. Null on the first reading.
/// </param>
/// <param name="MemoryUsed">Share of memory in use that cannot be had back at once: the machine's or the control group's, whichever is more.</param>
/// <param name="MemoryStall">Share of the last ten seconds in which some task waited for memory.</param>
/// <param name="GcLoad">
/// The memory load the last collection saw over the load the collector calls high; it can exceed 1. 0 before the first collection.
/// </param>
/// <param name="FreeBytes">Bytes this process can still get.</param>
/// <param name="ResidentBytes">Bytes of this process that are in memory.</param>
internal readonly record struct PressureReading(
    double? Cpu, double? IoWait, double? MemoryUsed, double? MemoryStall, double GcLoad, long? FreeBytes, long ResidentBytes);
