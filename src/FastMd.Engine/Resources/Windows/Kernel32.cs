using System.Runtime.InteropServices;

namespace FastMd.Engine.Resources.Windows;

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
