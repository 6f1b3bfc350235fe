using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FastMd.Growth;

/// <summary>The processor time of the calling thread, which a busy machine does not change; elapsed time where the system does not tell it.</summary>
internal static partial class ThreadClock
{
    private const int Linux = 3;
    private const int MacOS = 16;

    /// <summary>Runs an action and tells what it took.</summary>
    public static TimeSpan Measure(Action action)
    {
        var started = Now();
        action();
        return Now() - started;
    }

    private static TimeSpan Now()
        => (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            && GetTime(OperatingSystem.IsLinux() ? Linux : MacOS, out var time) == 0
                ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
                : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
