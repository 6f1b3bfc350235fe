using System.Diagnostics;
using System.Globalization;

namespace FastMd.Parallel.Soaking;

/// <summary>Batch after batch with random faults, until time is up. Every document has to be accounted for exactly once.</summary>
internal static class Soak
{
    private const int ReportEvery = 200;
    private const double MegaByte = 1024 * 1024;

    /// <summary>Soaks; gives the counts, and whether all books were right.</summary>
    public static (string Report, bool IsGood) Run(TimeSpan time, int firstSeed, Workspace workspace)
    {
        var tally = new Tally();
        var wrong = new List<string>();
        var started = Stopwatch.GetTimestamp();
        for (var seed = firstSeed; Stopwatch.GetElapsedTime(started) < time; seed++)
        {
            using var batch = new SoakBatch(seed, workspace);
            if (batch.Run(tally) is { } fault)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"--seed {seed}: {fault}"));
                Console.Error.WriteLine(wrong[^1]);
            }

            if ((seed - firstSeed) % ReportEvery == ReportEvery - 1)
            {
                Console.Error.WriteLine(State(tally));
            }
        }

        var report = $"{tally}\n{State(tally)}\n{(wrong.Count == 0 ? "No discrepancy." : string.Join('\n', wrong))}\n";
        return (report, wrong.Count == 0);
    }

    private static string State(Tally tally)
    {
        using var self = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"After {tally.Batches} batches: {GC.GetTotalMemory(forceFullCollection: true) / MegaByte:0.0} MB managed, {self.Threads.Count} threads, {self.HandleCount} handles.");
    }
}
