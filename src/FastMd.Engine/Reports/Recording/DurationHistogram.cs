namespace FastMd.Engine.Reports.Recording;

/// <summary>
/// Counts durations in buckets that grow by 2.9 %, so that the middle of one is within 1.5 % of all in it, at any number of durations.
/// </summary>
internal sealed class DurationHistogram
{
    private const int PerOctave = 24;
    private const int Octaves = 63;

    // What a report shows is coarser: four buckets an octave.
    private const int Coarse = 6;

    private readonly long[] _counts = new long[Octaves * PerOctave];
    private long _smallest = long.MaxValue;
    private long _largest;

    public long Count { get; private set; }

    public TimeSpan Maximum => new(_largest);

    public static DurationHistogram Sum(IEnumerable<DurationHistogram> parts)
    {
        var sum = new DurationHistogram();
        foreach (var part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }

    public void Add(TimeSpan duration)
    {
        var ticks = Math.Max(duration.Ticks, 0);
        _counts[BucketOf(ticks)]++;
        Count++;
        _smallest = Math.Min(_smallest, ticks);
        _largest = Math.Max(_largest, ticks);
    }

    /// <summary>The duration that so many do not exceed.</summary>
    /// <param name="share">How many, 0 to 1.</param>
    public TimeSpan Percentile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        if (rank >= Count)
        {
            return Maximum;
        }

        var bucket = 0;
        var reached = _counts[0];
        while (reached < rank)
        {
            reached += _counts[++bucket];
        }

        return new(rank == 1 ? _smallest : Math.Clamp((long)Math.Round(Edge(bucket + 0.5)), _smallest, _largest));
    }

    public Distribution ToDistribution()
        => new(Count, Percentile(0.50), Percentile(0.95), Percentile(0.99), Maximum, [.. Buckets()]);

    private static int BucketOf(long ticks)
        => ticks <= 1 ? 0 : Math.Min((int)(Math.Log2(ticks) * PerOctave), (Octaves * PerOctave) - 1);

    private static double Edge(double bucket) => Math.Pow(2, bucket / PerOctave);

    // Ticks are whole: the least that lies in a bucket, and the least that lies beyond.
    private static TimeSpan Bound(int bucket) => bucket switch
    {
        0 => TimeSpan.Zero,
        Octaves * PerOctave => TimeSpan.MaxValue,
        _ => new((long)Math.Ceiling(Edge(bucket))),
    };

    private void Add(DurationHistogram other)
    {
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            _counts[bucket] += other._counts[bucket];
        }

        Count += other.Count;
        _smallest = Math.Min(_smallest, other._smallest);
        _largest = Math.Max(_largest, other._largest);
    }

    private IEnumerable<DistributionBucket> Buckets()
    {
        for (var first = 0; first < _counts.Length; first += Coarse)
        {
            var count = _counts.AsSpan(first, Coarse).ToArray().Sum();
            if (count > 0)
            {
                yield return new(Bound(first), Bound(first + Coarse), count);
            }
        }
    }
}
