using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FastMd.Bench;

/// <summary>
/// Measures one command, as a process of its own: the system keeps one peak for all children a process ever had, so each run needs a
/// parent of its own. Both figures cover grandchildren: of peaks the largest single process counts, of processor time the sum.
/// </summary>
internal static class Gauge
{
    public const string Mode = "--gauge";

    private const double Megabyte = 1024 * 1024;
    private const int Children = -1;

    /// <summary>Runs a command in a gauge and gives what it measured.</summary>
    public static Measurement Measure(Command command, string reportFile)
    {
        var gauge = Command.Self([Mode, reportFile, command.Program, .. command.Arguments]) with { Environment = command.Environment };
        gauge.Run();
        return Measurement.Parse(File.ReadAllText(reportFile));
    }

    /// <summary>The gauge itself: report file, program and arguments come in, the program's exit code goes out.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var start = new Command(arguments[1], [.. arguments[2..]]).ToStartInfo();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (processorSeconds, peakBytes) = UsedBy(process);
        File.WriteAllText(arguments[0], new Measurement(seconds, processorSeconds, peakBytes / Megabyte).ToString());
        return process.ExitCode;
    }

    private static (double ProcessorSeconds, double PeakBytes) UsedBy(Process ended)
    {
        if (OperatingSystem.IsWindows())
        {
            return (ended.TotalProcessorTime.TotalSeconds, ended.PeakWorkingSet64);
        }

        var usage = new Usage();
        _ = GetUsage(Children, ref usage);
        return (
            usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6),
            OperatingSystem.IsMacOS() ? usage.MaximumResident : usage.MaximumResident * 1024.0);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, ref Usage usage);

    /// <summary><c>struct rusage</c> of 64-bit systems, without much that is not needed; microseconds are 32 bits wide on macOS, padded to 64.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Usage
    {
        [FieldOffset(0)]
        public long UserSeconds;

        [FieldOffset(8)]
        public int UserMicroseconds;

        [FieldOffset(16)]
        public long SystemSeconds;

        [FieldOffset(24)]
        public int SystemMicroseconds;

        [FieldOffset(32)]
        public long MaximumResident;
    }
}
