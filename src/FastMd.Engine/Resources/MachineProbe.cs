using FastMd.Engine.Resources.Linux;
using FastMd.Engine.Resources.Mac;
using FastMd.Engine.Resources.Windows;

namespace FastMd.Engine.Resources;

/// <summary>Looks at the machine this process runs on: Linux, Windows or macOS; elsewhere most is unknown.</summary>
internal sealed class MachineProbe : IMachineProbe
{
    private readonly IMachine _machine;
    private readonly CpuMeter _processors;
    private readonly CpuMeter? _quota;

    /// <summary>A probe, from whose making on time counts.</summary>
    /// <param name="time">The clock; the system's where it is null.</param>
    public MachineProbe(TimeProvider? time = null)
        : this(ThisMachine(time ?? TimeProvider.System))
    {
    }

    internal MachineProbe(IMachine machine)
    {
        _machine = machine;
        _processors = new(machine.Processors);
        _quota = machine.Quota is { } quota ? new(quota) : null;
    }

    /// <inheritdoc/>
    public MachineLimits Limits => _machine.Limits;

    /// <inheritdoc/>
    public PressureReading Read()
    {
        var processors = _processors.Read();
        var granted = _quota is null ? processors : _quota.Read();
        var memory = _machine.ReadMemory();
        return new(
            granted.Busy, processors.IoWait, memory.Used, memory.Stall, CollectorLoad(), memory.FreeBytes, Environment.WorkingSet);
    }

    private static IMachine ThisMachine(TimeProvider time)
        => OperatingSystem.IsLinux() ? new LinuxMachine(new("/"), time, Environment.ProcessorCount)
            : OperatingSystem.IsWindows() ? new WindowsMachine()
            : OperatingSystem.IsMacOS() ? new MacMachine()
            : new UnknownMachine();

    private static double CollectorLoad()
    {
        var info = GC.GetGCMemoryInfo();
        return info.HighMemoryLoadThresholdBytes > 0 ? (double)info.MemoryLoadBytes / info.HighMemoryLoadThresholdBytes : 0;
    }
}

/// <summary>Looks at the machine.</summary>
internal interface IMachineProbe
{
    /// <summary>What this process may use.</summary>
    MachineLimits Limits { get; }

    /// <summary>
    /// How hard pressed the machine is. Never throws. Shares of time run from one reading to the next, so a probe has one reader.
    /// </summary>
    PressureReading Read();
}

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
