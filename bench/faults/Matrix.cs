using System.Diagnostics;
using System.Globalization;
using FastMd.Faults.Cases;

namespace FastMd.Faults;

/// <summary>All faults, one after the other.</summary>
internal static class Matrix
{
    private static readonly IReadOnlyList<Fault> Faults =
    [
        new Kill(), new EndingSignals(), new Stop(), new FullDisk(), new FileSizeLimit(), new NoInodes(), new ReadOnlyDestination(),
        new RestlessSources(), new SystemCalls(), new DamagedState(), new FourAtOnce(), new OverlappingRuns(), new WatchStorm(), new Limits(),
        new ClosedStreams(), new GoneWorkingDirectory(),
    ];

    public static Report Run(Options options, Workspace workspace)
    {
        if (options.Only?.FirstOrDefault(name => Faults.All(fault => fault.Name != name)) is { } unknown)
        {
            throw new Refusal($"There is no fault '{unknown}'; there are: {string.Join(", ", Faults.Select(fault => fault.Name))}.");
        }

        var report = new Report(workspace, options);
        foreach (var fault in Faults.Where(fault => options.Only?.Contains(fault.Name) != false))
        {
            if (fault.Obstacle is { } obstacle)
            {
                report.Skip(fault, obstacle);
                continue;
            }

            Run(fault, options, workspace, report);
        }

        return report;
    }

    private static void Run(Fault fault, Options options, Workspace workspace, Report report)
    {
        var rounds = options.Rounds ?? (options.Short ? fault.FewRounds : fault.Rounds(workspace));
        var started = Stopwatch.GetTimestamp();
        var hits = 0;
        for (var seed = options.Seed; seed < options.Seed + rounds; seed++)
        {
            var round = new Round(seed, workspace);
            fault.Run(round);
            hits += round.IsHit ? 1 : 0;
            foreach (var violation in report.Take(fault, round))
            {
                Console.Error.WriteLine(violation);
            }
        }

        report.Complete(fault, rounds, hits);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{fault.Name}: {rounds} rounds in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
    }
}
