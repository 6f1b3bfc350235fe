namespace FastMd.Tests.Unit.TestSupport;

/// <summary>What this process holds on to.</summary>
/// <param name="Threads">Workers' threads; 0 where they cannot be counted.</param>
/// <param name="Handles">Open files; 0 where they cannot be counted.</param>
/// <param name="Bytes">Managed memory that survives a collection.</param>
internal sealed record Footprint(int Threads, int Handles, long Bytes)
{
    /// <summary>What workers' threads are called, here and to the system.</summary>
    public const string WorkerName = "FastMd worker";

    private const long LeastLeak = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SettlingPatience = TimeSpan.FromSeconds(5);

    /// <summary>What is held now that whoever is about to end has ended.</summary>
    public static Footprint Now()
    {
        SpinWait.SpinUntil(() => WorkerThreads() == 0, Patience);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return new(WorkerThreads(), OpenFiles(), GC.GetTotalMemory(forceFullCollection: true));
    }

    /// <summary>
    /// What has grown by half of the least leak or more and stays, in words; null where nothing has. Buffers of pools, and of threads that just ended, are
    /// collected a moment later than the rest.
    /// </summary>
    public static string? GrowthSince(Footprint before, int batches)
    {
        string? grown = null;
        SpinWait.SpinUntil(() => (grown = Now().Over(before, batches)) is null, SettlingPatience);
        return grown;
    }

    private string? Over(Footprint before, int batches)
    {
        string[] grown =
        [
            .. Grown("threads", Threads - before.Threads, batches / 2),
            .. Grown("handles", Handles - before.Handles, batches / 2),
            .. Grown("bytes", Bytes - before.Bytes, batches * LeastLeak / 2),
        ];
        return grown.Length > 0 ? string.Join(", ", grown) : null;
    }

    private static IEnumerable<string> Grown(string what, long growth, long bound)
        => growth >= bound ? [$"{growth} more {what} after {bound} were too many"] : [];

    private static int OpenFiles() => OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;

    private static int WorkerThreads() => OperatingSystem.IsLinux() ? Directory.GetDirectories("/proc/self/task").Count(IsWorker) : 0;

    private static bool IsWorker(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).TrimEnd() == WorkerName;
        }
        catch (IOException)
        {
            // It ended while it was looked at.
            return false;
        }
    }
}
