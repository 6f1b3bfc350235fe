namespace FastMd.Parallel.Simulating;

/// <summary>How long documents take by different ways to share them among workers, as a multiple of what no way can beat.</summary>
internal static class Schedules
{
    private static readonly int[] WorkerCounts = [2, 8];

    // Pools for pages, long pages and books.
    private static readonly long[] PoolBounds = [16 * 1024, 256 * 1024];

    public static void Report(Table report)
    {
        report.Heading("Makespan as a multiple of its lower bound");
        report.Line("Lower bound: the work shared evenly, or the longest document. Pools: below 16 KB, below 256 KB, above; at least one worker each, the rest by their work.");
        report.Header(["Mix", "Workers", "One queue, largest first", "One queue, first come", "Split evenly by count", "The same, with stealing", "A pool a size tier", "The same, with borrowing"]);
        foreach (var mix in Mixes())
        {
            foreach (var workers in WorkerCounts)
            {
                double[] costs = [.. mix.Lengths.Select(length => Cost.Of(length))];
                var bound = Math.Max(costs.Sum() / workers, costs.Max());
                double[] spans =
                [
                    LargestFirst(mix.Lengths, costs, workers).Max(),
                    FirstCome(costs, workers),
                    Split(costs, workers, steals: false),
                    Split(costs, workers, steals: true),
                    Pools(mix.Lengths, costs, workers, borrows: false),
                    Pools(mix.Lengths, costs, workers, borrows: true),
                ];
                report.Row([mix.Name, $"{workers}", .. spans.Select(span => span > 0 ? Table.Number(span / bound) : "—")]);
            }
        }
    }

    /// <summary>When each document is done, as the engine hands them out.</summary>
    private static double[] LargestFirst(IReadOnlyList<int> lengths, IReadOnlyList<double> costs, int workers)
    {
        var queue = new RealQueue(lengths);
        var inHand = Enumerable.Range(0, workers).Select(_ => new Queue<int>()).ToArray();
        return Simulate(workers, costs, worker =>
        {
            if (inHand[worker].Count == 0)
            {
                foreach (var document in queue.TakeAlong(workers))
                {
                    inHand[worker].Enqueue(document);
                }
            }

            return inHand[worker].TryDequeue(out var next) ? next : null;
        });
    }

    private static SizeMix[] Mixes() =>
    [
        SizeMix.LogNormal(2_000),
        SizeMix.Pareto(2_000, longest: 64_000_000),
        SizeMix.Pareto(2_000, longest: 4_000_000) with { Name = "Pareto, none above 4 MB" },
        SizeMix.OneLargeFirst(20 * 1024 * 1024, 5_000),
        SizeMix.OneLargeFirst(20 * 1024 * 1024, 5_000) is var first ? new("one large last", [.. first.Lengths.Reverse()]) : first,
    ];

    private static double FirstCome(double[] costs, int workers)
    {
        var next = 0;
        return Simulate(workers, costs, _ => next < costs.Length ? next++ : null).Max();
    }

    /// <summary>Each worker has its share from the beginning; one that runs dry steals the last of whoever has most documents left.</summary>
    private static double Split(double[] costs, int workers, bool steals)
    {
        var own = Enumerable.Range(0, workers).Select(worker => new LinkedList<int>(Enumerable.Range(0, costs.Length).Where(index => index % workers == worker))).ToArray();
        return Simulate(workers, costs, worker =>
        {
            if (own[worker].First is { } first)
            {
                own[worker].RemoveFirst();
                return first.Value;
            }

            if (!steals || own.MaxBy(others => others.Count)!.Last is not { } last)
            {
                return null;
            }

            last.List!.Remove(last);
            return last.Value;
        }).Max();
    }

    /// <summary>Each worker belongs to a size tier, largest first within it; where it may, it borrows from the largest tier that has some.</summary>
    private static double Pools(IReadOnlyList<int> lengths, double[] costs, int workers, bool borrows)
    {
        int[] largestFirst = [.. Enumerable.Range(0, lengths.Count).OrderByDescending(index => lengths[index])];
        var pools = Enumerable.Range(0, PoolBounds.Length + 1)
            .Select(pool => new Queue<int>(largestFirst.Where(index => PoolBounds.Count(bound => lengths[index] >= bound) == pool)))
            .ToArray();
        if (pools.Count(pool => pool.Count > 0) > workers)
        {
            return 0;
        }

        var poolOf = Assign(pools.Select(pool => pool.Sum(index => costs[index])).ToArray(), workers);
        return Simulate(workers, costs, worker
            => pools[poolOf[worker]].TryDequeue(out var own) ? own
                : borrows && pools.LastOrDefault(pool => pool.Count > 0) is { } other ? other.Dequeue()
                : null).Max();
    }

    private static int[] Assign(double[] work, int workers)
    {
        var assigned = Enumerable.Range(0, work.Length).Where(pool => work[pool] > 0).ToList();
        while (assigned.Count < workers)
        {
            assigned.Add(Enumerable.Range(0, work.Length).MaxBy(pool => work[pool] / Math.Max(0.5, assigned.Count(one => one == pool))));
        }

        return [.. assigned];
    }

    private static double[] Simulate(int workers, IReadOnlyList<double> costs, Func<int, int?> next)
    {
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, workers).Select(worker => (worker, 0.0)));
        var completions = new double[costs.Count];
        while (free.TryDequeue(out var worker, out var now))
        {
            if (next(worker) is { } document)
            {
                completions[document] = now + costs[document];
                free.Enqueue(worker, completions[document]);
            }
        }

        return completions;
    }
}
