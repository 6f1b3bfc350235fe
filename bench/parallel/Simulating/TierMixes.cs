namespace FastMd.Parallel.Simulating;

/// <summary>What a mix of tiers brings to who takes results as they come, and what it costs the whole.</summary>
internal static class TierMixes
{
    private const int Workers = 2;

    private static readonly (string Name, int[] Mix)[] Mixes =
    [
        ("largest first", []),
        ("`1;1;1;1;1`", [1, 1, 1, 1, 1]),
        ("`8;4;2;1;1`", [8, 4, 2, 1, 1]),
        ("`100;10;5;1;1`", [100, 10, 5, 1, 1]),
        ("`1000;10;5;1;1`", [1000, 10, 5, 1, 1]),
    ];

    public static void Report(Table report)
    {
        report.Heading("Early results against the whole, two workers, results as they come");
        report.Line("Shares of the makespan's lower bound.");
        report.Header(["Documents", "Tier mix", "First result", "First 10 %", "Half of the results", "Makespan"]);
        Rows(report, "2,000, Pareto to 64 MB", SizeMix.Pareto(2_000, longest: 64_000_000, exponent: 0.7));
        Rows(report, "20 MB before 5,000 pages", SizeMix.OneLargeFirst(20 * 1024 * 1024, 5_000));
        Rows(report, "5 of 20 MB, 5,000 pages", new("", [.. Enumerable.Repeat(20 * 1024 * 1024, 5), .. SizeMix.Uniform(5_000).Lengths]));
    }

    private static void Rows(Table report, string name, SizeMix mix)
    {
        double[] costs = [.. mix.Lengths.Select(length => Cost.Of(length))];
        var bound = Math.Max(costs.Sum() / Workers, costs.Max());
        foreach (var (mixName, tierMix) in Mixes)
        {
            double[] completions = [.. Schedules.Completions(mix.Lengths, costs, Workers, new() { Mix = tierMix }).Order()];
            report.Row(
            [
                name, mixName,
                .. new[] { completions[0], completions[completions.Length / 10], completions[completions.Length / 2], completions[^1] }
                    .Select(time => Table.Number(time / bound)),
            ]);
        }
    }
}
