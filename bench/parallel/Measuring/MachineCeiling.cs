using System.Diagnostics;

namespace FastMd.Parallel.Measuring;

/// <summary>
/// What two threads that share nothing, not even memory, reach on this machine at this moment: the efficiency that nothing can beat.
/// </summary>
internal static class MachineCeiling
{
    private const int Steps = 40_000_000;
    private const int WarmUps = 3;

    public static Samples Measure(int rounds)
    {
        var (one, two) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = -WarmUps; round < rounds; round++)
        {
            var (single, pair) = (Time(threads: 1), Time(threads: 2));
            if (round >= 0)
            {
                one.Add(single);
                two.Add(pair);
            }
        }

        return new([.. one.Zip(two, (single, pair) => single / pair)], one.Min() / two.Min());
    }

    private static TimeSpan Time(int threads)
    {
        var started = Stopwatch.GetTimestamp();
        Thread[] all = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Spin))];
        foreach (var thread in all)
        {
            thread.Start();
        }

        foreach (var thread in all)
        {
            thread.Join();
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static void Spin()
    {
        var state = 88172645463325252UL;
        for (var step = 0; step < Steps; step++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }

        GC.KeepAlive(state);
    }
}
