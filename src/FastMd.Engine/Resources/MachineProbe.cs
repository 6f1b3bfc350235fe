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
