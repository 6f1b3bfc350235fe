using FastMd.Engine.Reports.Recording;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Reports.Recording;

public sealed class DurationHistogramTests
{
    private static readonly double[] Shares = [0, 0.01, 0.5, 0.95, 0.99, 1];

    // As likely a few ticks as a day.
    private static readonly FsCheck.Gen<long> AnyTicks = Gen.Choose(0, 40).SelectMany(bits => Gen.Choose(0, int.MaxValue).Select(part => (long)(Math.Pow(2, bits) * part / int.MaxValue)));

    [Fact]
    public void Every_percentile_is_within_two_per_cent_of_the_exact_one()
        => Property.Holds(AnyTicks.NonEmptyListOf(), ticks =>
        {
            var histogram = HistogramOf(ticks);
            return Shares.All(share => IsClose(histogram.Percentile(share).Ticks, Exact(ticks, share)));
        });

    [Fact]
    public void Percentiles_rise_up_to_the_longest_which_is_exact()
        => Property.Holds(AnyTicks.NonEmptyListOf(), ticks =>
        {
            var distribution = HistogramOf(ticks).ToDistribution();
            return distribution.P50 <= distribution.P95
                && distribution.P95 <= distribution.P99
                && distribution.P99 <= distribution.Maximum
                && distribution.Maximum.Ticks == ticks.Max();
        });

    [Fact]
    public void Buckets_hold_every_duration_once_between_their_bounds()
        => Property.Holds(AnyTicks.NonEmptyListOf(), ticks =>
        {
            var distribution = HistogramOf(ticks).ToDistribution();
            return distribution.Buckets.Sum(bucket => bucket.Documents) == ticks.Count
                && distribution.Buckets.All(bucket => bucket.From < bucket.To)
                && distribution.Buckets[0].From.Ticks <= ticks.Min()
                && distribution.Buckets[^1].To.Ticks >= ticks.Max()
                && distribution.Buckets.Zip(distribution.Buckets.Skip(1)).All(pair => pair.First.To <= pair.Second.From);
        });

    [Fact]
    public void Histograms_add_up_as_if_all_durations_were_in_one()
        => Property.Holds(AnyTicks.NonEmptyListOf().Two(), parts =>
        {
            var (left, right) = parts;
            var sum = DurationHistogram.Sum([HistogramOf(left), HistogramOf(right)]).ToDistribution();
            var one = HistogramOf(left.Concat(right)).ToDistribution();
            return sum with { Buckets = [] } == one with { Buckets = [] } && sum.Buckets.SequenceEqual(one.Buckets);
        });

    [Fact]
    public void Without_durations_all_are_zero()
    {
        var distribution = new DurationHistogram().ToDistribution();

        Assert.Equal((0, TimeSpan.Zero, TimeSpan.Zero), (distribution.Documents, distribution.P99, distribution.Maximum));
        Assert.Empty(distribution.Buckets);
    }

    [Fact]
    public void The_longest_and_the_shortest_time_there_is_have_their_place()
    {
        var distribution = HistogramOf([long.MaxValue, long.MinValue]).ToDistribution();

        Assert.Equal((TimeSpan.Zero, TimeSpan.MaxValue), (distribution.P50, distribution.Maximum));
        Assert.Equal(2, distribution.Buckets.Sum(bucket => bucket.Documents));
    }

    private static DurationHistogram HistogramOf(IEnumerable<long> ticks)
    {
        var histogram = new DurationHistogram();
        foreach (var duration in ticks)
        {
            histogram.Add(new(duration));
        }

        return histogram;
    }

    private static long Exact(List<long> ticks, double share)
        => ticks.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * ticks.Count) - 1));

    // Below fifty ticks, 5 µs, two per cent is less than a tick.
    private static bool IsClose(long ticks, long exact) => Math.Abs(ticks - exact) <= Math.Max(1, 0.02 * exact);
}
