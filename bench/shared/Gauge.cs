using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FastMd.Bench;

/// <summary>
/// Measures one command, as a process of its own: the system keeps one peak for all children a process ever had, so each run needs a
/// parent of its own. The peak covers grandchildren (the largest single process counts, not a sum).
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
        File.WriteAllText(arguments[0], new Measurement(seconds, PeakBytes(process) / Megabyte).ToString());
        return process.ExitCode;
    }

    private static double PeakBytes(Process ended)
    {
        if (OperatingSystem.IsWindows())
        {
            return ended.PeakWorkingSet64;
        }

        var usage = new Usage();
        _ = GetUsage(Children, ref usage);
        return OperatingSystem.IsMacOS() ? usage.MaximumResident : usage.MaximumResident * 1024.0;
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, ref Usage usage);

    /// <summary><c>struct rusage</c> of 64-bit systems: two times of 16 bytes, then this, then much that is not needed.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Usage
    {
        [FieldOffset(32)]
        public long MaximumResident;
    }
}
