using System.Runtime.InteropServices;

namespace FastMd.Engine.Resources.Mac;

/// <summary>macOS. It does not say how long processors waited for I/O, nor how long tasks waited for memory.</summary>
internal sealed class MacMachine : IMachine, ICpuClock
{
    public MachineLimits Limits { get; } = new(
        Environment.ProcessorCount, null, LibSystem.PhysicalMemory() ?? RuntimeMemory.TotalBytes, null);

    public ICpuClock Processors => this;

    public ICpuClock? Quota => null;

    public CpuTicks? Read() => LibSystem.CpuTicks() is [var user, var system, var idle, var nice]
        ? new((long)user + system + nice, (long)user + system + nice + idle)
        : null;

    public MemoryState ReadMemory() => LibSystem.MemoryPages() is [var free, _, var inactive, ..]
        ? MemoryState.Of(((long)free + inactive) * Environment.SystemPageSize, Limits.MemoryBytes)
        : default;
}

/// <summary>What macOS tells of the machine.</summary>
internal static partial class LibSystem
{
    private const string Library = "libSystem.dylib";
    private const int CpuLoadInfo = 3;
    private const int VmInfo64 = 4;
    private const int Self = 0;

    // Each call takes out a port anew, so one does for all.
    private static readonly uint Host = MachHostSelf();

    /// <summary>Time of all processors so far, in hundredths of a second: user, system, idle, nice.</summary>
    public static uint[]? CpuTicks() => HostStatistics(CpuLoadInfo, 4);

    /// <summary>Pages of memory: free, active, inactive, wired; then counters that are not needed here.</summary>
    public static uint[]? MemoryPages() => HostStatistics(VmInfo64, 38);

    /// <summary>Bytes of memory the machine has.</summary>
    public static long? PhysicalMemory()
    {
        nint size = sizeof(long);
        return SysctlByName("hw.memsize", out var bytes, ref size, 0, 0) == 0 ? bytes : null;
    }

    /// <summary>The most bytes of this process that were ever in memory.</summary>
    public static long? PeakResidentBytes()
    {
        // struct rusage: user and system time of two words each, then ru_maxrss, then more.
        var usage = new long[18];
        return GetResourceUsage(Self, usage) == 0 ? usage[4] : null;
    }

    private static uint[]? HostStatistics(int flavor, int count)
    {
        var numbers = new uint[count];
        return HostStatistics64(Host, flavor, numbers, ref count) == 0 ? numbers : null;
    }

    [LibraryImport(Library, EntryPoint = "mach_host_self")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint MachHostSelf();

    [LibraryImport(Library, EntryPoint = "host_statistics64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int HostStatistics64(uint host, int flavor, [In, Out] uint[] numbers, ref int count);

    [LibraryImport(Library, EntryPoint = "sysctlbyname", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SysctlByName(string name, out long value, ref nint size, nint newValue, nint newSize);

    [LibraryImport(Library, EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, [In, Out] long[] usage);
}
