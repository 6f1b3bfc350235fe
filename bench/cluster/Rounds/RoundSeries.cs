using System.Globalization;
using System.Text;

namespace FastMd.Cluster.Bench.Rounds;

/// <summary>All rounds of all faults, and their table.</summary>
internal static class RoundSeries
{
    public static Outcome Run(Options options, Workspace workspace)
    {
        Console.Error.WriteLine(workspace.Head().TrimEnd());
        var rounds = new List<Round>();
        try
        {
            using var scene = new Scene(options, workspace);
            var kinds = options.Faults.Where(static fault => fault.Value > 0).Select(static fault => (fault.Key, fault.Value)).Prepend((FaultKind.None, options.Calm));
            foreach (var (kind, count) in kinds)
            {
                for (var number = options.First; number < options.First + count; number++)
                {
                    var round = Round.Run(kind, number, scene, workspace, options);
                    Console.Error.WriteLine(round);
                    rounds.Add(round);
                }
            }
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted; these rounds were done:");
        }

        return new(workspace.Head() + Table(rounds) + Violations(rounds, options), rounds.TrueForAll(static round => round.Violations.Count == 0));
    }

    private static string Table(List<Round> rounds)
    {
        var table = new StringBuilder(
            "| Fault | What was done | Rounds | Hit | Lost | Torn | Temporary | Wrong counts | Hanging | Rounds with any violation | Written again, mean | Extra time, mean | at most |\n"
            + "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        var calm = rounds.Where(static round => round.Kind == FaultKind.None && !round.Hangs).Select(static round => round.Seconds).DefaultIfEmpty(double.NaN).Median();
        foreach (var kind in rounds.GroupBy(static round => round.Kind))
        {
            var bad = kind.Count(static round => round.Violations.Count > 0);
            var extra = kind.Where(static round => !round.Hangs).Select(round => round.Seconds - calm).DefaultIfEmpty(double.NaN).ToList();
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{kind.Key.Name}` | {kind.Key.Meaning} | {kind.Count()} | {kind.Count(static round => round.IsHit)} | {kind.Sum(static round => round.Lost)} | {kind.Sum(static round => round.Torn)} | {kind.Sum(static round => round.Temporary)} "
                + $"| {kind.Count(static round => round.HasWrongCounts)} | {kind.Count(static round => round.Hangs)} | {bad} | {kind.Average(static round => round.Again):0.#} | {Format(extra.Average())} | {Format(extra.Max())} |\n");
        }

        return table.Append(CultureInfo.InvariantCulture, $"\nWithout a fault a job takes {Format(calm)}.\n").ToString();
    }

    private static string Format(double seconds) => double.IsNaN(seconds) ? "–" : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");

    private static string FirstLine(string text) => text.Split('\n')[0];

    private static string Violations(List<Round> rounds, Options options)
    {
        var bad = rounds.Where(static round => round.Violations.Count > 0).ToList();
        return bad.Count == 0
            ? "\nNo violation.\n"
            : $"\nViolations:\n\n{string.Join('\n', bad.Select(round => $"- {round.Kind.Name} {round.Number}: {string.Join("; ", round.Violations.Select(FirstLine))} [--{round.Kind.Name} 1 --first {round.Number} --seed {options.Seed}]"))}\n";
    }
}
