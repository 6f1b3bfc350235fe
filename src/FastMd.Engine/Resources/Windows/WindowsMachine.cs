using System.Runtime.InteropServices;

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

/// <summary>What Windows tells of the machine.</summary>
internal static partial class Kernel32
{
    /// <summary>Time of all processors, in units of 100 ns. Kernel time includes idle time.</summary>
    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetSystemTimes(out long idle, out long kernel, out long user);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GlobalMemoryStatusEx(ref MemoryStatus status);

    /// <summary>The system's MEMORYSTATUSEX.</summary>
    public struct MemoryStatus()
    {
        public int Size = Marshal.SizeOf<MemoryStatus>();
        public int LoadPercent;
        public long TotalPhysical;
        public long AvailablePhysical;
        public long TotalPageFile;
        public long AvailablePageFile;
        public long TotalVirtual;
        public long AvailableVirtual;
        public long AvailableExtendedVirtual;
    }
}
