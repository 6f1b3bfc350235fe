using System.Globalization;
using System.Runtime.InteropServices;

namespace FastMd.Cluster.Bench.Processes;

/// <summary>Processor time of processes, in seconds.</summary>
internal static class ProcessorTime
{
    private const int Children = -1;
    private const double TicksASecond = 100;
    private const int UserField = 11;

    /// <summary>Of a process that runs; its children do not count.</summary>
    public static double Of(LiveProcess process)
    {
        var status = File.ReadAllText($"/proc/{process.Id}/stat");

        // Behind the name, which may have spaces and brackets of its own.
        var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[UserField], CultureInfo.InvariantCulture) + long.Parse(fields[UserField + 1], CultureInfo.InvariantCulture)) / TicksASecond;
    }

    /// <summary>Of all children of this process that are over, their children included.</summary>
    public static double OfEnded()
    {
        var usage = new Usage();
        _ = GetUsage(Children, ref usage);
        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, ref Usage usage);

    /// <summary><c>struct rusage</c> of 64-bit systems: two times, then much that is not needed.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
