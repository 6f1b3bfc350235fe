namespace FastMd.Growth;

/// <summary>What a document costs at doubled sizes.</summary>
internal sealed record Growth(string Input, string Read, IReadOnlyList<TimeSpan> Times, string? Refusal)
{
    /// <summary>The most that time may grow when the size doubles; it would be four if each piece looked at all others.</summary>
    public const double Most = 2.5;

    private const int Retries = 3;
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Hopeless = TimeSpan.FromSeconds(8);

    /// <summary>
    /// The worst growth of a step, the mean of two: where the collector begins to work is in the one or the other. Zero where nothing can be
    /// measured.
    /// </summary>
    public double Worst { get; private init; }

    /// <summary>Whether it grows as it may, or is refused as fast as it has to be.</summary>
    public bool IsBounded => Worst <= Most || (Refusal is not null && Times.Max() <= LongestRefusal);

    /// <summary>Measures an input at doubled sizes.</summary>
    /// <param name="reading">How it is read.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="input">Makes it.</param>
    /// <param name="options">The sizes.</param>
    public static Growth Of(Reading reading, string name, Func<int, string> input, Options options)
    {
        string? refusal = null;
        reading.Convert(input(options.Smallest / 4));
        var documents = new List<string>();
        var times = new List<List<TimeSpan>>();
        for (var size = options.Smallest; size <= options.Largest; size *= 2)
        {
            documents.Add(input(size));
            times.Add([]);
        }

        // Round by round, since a machine is not equally busy all the time.
        for (var round = 0; round < Retries * options.Rounds; round++)
        {
            for (var i = 0; i < documents.Count; i++)
            {
                var document = documents[i];
                times[i].Add(ThreadClock.Measure(() => refusal = reading.Convert(document)));
                if (times[i][^1] > Hopeless)
                {
                    documents.RemoveRange(i + 1, documents.Count - i - 1);
                    return Result();
                }
            }

            if (round >= Enough(options) && Result() is { IsBounded: true } bounded)
            {
                return bounded;
            }
        }

        return Result();

        // Whatever else the machine does makes documents slower, and never faster.
        static int Enough(Options options) => options.Short ? 1 : options.Rounds - 1;

        Growth Result()
        {
            var figures = times.Take(documents.Count).Select(taken => options.Short || taken.Count > options.Rounds ? taken.Min() : Median(taken)).ToList();
            return new(name, reading.Name, figures, refusal) { Worst = WorstOf(figures, TimeSpan.FromMilliseconds(options.Short ? 10 : 20)) };
        }
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static double WorstOf(List<TimeSpan> times, TimeSpan measurable)
    {
        var worst = 0.0;
        for (var i = 2; i < times.Count; i++)
        {
            worst = times[i] >= measurable ? Math.Max(worst, Math.Sqrt(times[i] / times[i - 2])) : worst;
        }

        // So slow that it was not tried at the other sizes.
        return times[^1] > Hopeless ? double.PositiveInfinity : worst;
    }
}
