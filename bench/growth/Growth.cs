namespace FastMd.Growth;

/// <summary>What a document costs at doubled sizes.</summary>
internal sealed record Growth(Reading Reading, string Input, IReadOnlyList<TimeSpan> Times, string? Refusal)
{
    /// <summary>The most that time may grow when the size doubles.</summary>
    public const double MostGrowth = 2.5;

    private static readonly TimeSpan Measurable = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Hopeless = TimeSpan.FromSeconds(4);

    /// <summary>The worst growth of a step whose time can be measured; zero where there is none.</summary>
    public double Worst
    {
        get
        {
            var worst = 0.0;
            for (var i = 1; i < Times.Count; i++)
            {
                worst = Times[i - 1] >= Measurable ? Math.Max(worst, Times[i] / Times[i - 1]) : worst;
            }

            return worst;
        }
    }

    /// <summary>Whether it grows as it may, or is refused as fast as it has to be.</summary>
    public bool IsBounded => Refusal is not null && Times.Max() <= LongestRefusal ? true : Worst <= MostGrowth && Times[^1] < Hopeless;

    /// <summary>Measures an input at doubled sizes up to a largest one.</summary>
    public static Growth Of(Reading reading, string name, Func<int, string> input, int smallest, int largest, int rounds)
    {
        var times = new List<TimeSpan>();
        string? refusal = null;
        for (var size = smallest; size <= largest && (times.Count == 0 || times[^1] < Hopeless); size *= 2)
        {
            var document = input(size);
            TimeSpan[] taken = [.. Enumerable.Range(0, rounds).Select(_ => times.Count > 0 && times[^1] > Hopeless / 8 ? TimeSpan.MaxValue : ThreadClock.Measure(() => refusal = reading.Convert(document)))];
            if (taken[0] == TimeSpan.MaxValue)
            {
                taken = [ThreadClock.Measure(() => refusal = reading.Convert(document))];
            }

            Array.Sort(taken);
            times.Add(taken[taken.Length / 2]);
        }

        return new(reading, name, times, refusal);
    }
}
