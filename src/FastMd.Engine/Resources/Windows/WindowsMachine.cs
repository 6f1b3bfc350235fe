namespace FastMd.Engine.Resources.Windows;

/// <summary>Windows. It does not say how long processors waited for I/O, nor how long tasks waited for memory.</summary>
internal sealed class WindowsMachine : IMachine, ICpuClock
{
    public MachineLimits Limits { get; } = new(
        Environment.ProcessorCount, null, Math.Min(Status()?.TotalPhysical ?? long.MaxValue, RuntimeMemory.TotalBytes), null);

    public ICpuClock Processors => this;

    public ICpuClock? Quota => null;

    public CpuTicks? Read()
        => Kernel32.GetSystemTimes(out var idle, out var kernel, out var user) ? new(kernel - idle + user, kernel + user) : null;

    public MemoryState ReadMemory() => Status() is { } status ? MemoryState.Of(status.AvailablePhysical, status.TotalPhysical) : default;

    private static Kernel32.MemoryStatus? Status()
    {
        var status = new Kernel32.MemoryStatus();
        return Kernel32.GlobalMemoryStatusEx(ref status) ? status : null;
    }
}
