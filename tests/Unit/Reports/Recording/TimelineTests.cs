using FastMd.Engine.Reports.Recording;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Reports.Recording;

public sealed class TimelineTests
{
    private const int Capacity = 8;

    [Fact]
    public void However_many_samples_come_the_points_stay_few_and_lose_no_document()
        => Property.Holds(Gen.Choose(1, 3000), samples =>
        {
            var points = Evenly(samples, i => SampleBatch.Sample(i, completed: 10 * i, bytes: 100 * i)).ToPoints();
            var documents = points.Select((point, i) => point.DocumentsPerSecond * (point.At - (i == 0 ? TimeSpan.Zero : points[i - 1].At)).TotalSeconds).Sum();
            return points.Count is > 0 and <= Capacity
                && (points[^1].Completed, points[^1].InputBytes, points[^1].At.TotalSeconds) == (10L * samples, 100L * samples, samples)
                && Math.Abs(documents - (10L * samples)) < 1e-6 * samples;
        });

    [Fact]
    public void More_than_half_of_the_points_allowed_are_used_once_there_are_samples_enough()
        => Property.Holds(Gen.Choose(Capacity, 3000), samples => Evenly(samples, i => SampleBatch.Sample(i)).ToPoints().Count >= Capacity / 2);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(1000)]
    public void A_peak_is_seen_however_many_samples_share_its_point(int samples)
    {
        var points = Evenly(samples, i => i == (samples + 1) / 2
            ? SampleBatch.Sample(i) with { ResidentBytes = 99_000_000, WorkingBytes = 3999, Waiting = 500, Parked = 400 }
            : SampleBatch.Sample(i)).ToPoints();

        Assert.Equal(
            (99_000_000, 3999, 500, 400),
            (points.Max(point => point.ResidentBytes), points.Max(point => point.WorkingBytes), points.Max(point => point.Waiting), points.Max(point => point.Parked)));
    }

    [Fact]
    public void Workers_and_processors_are_averages_and_what_is_unknown_counts_for_nothing()
    {
        var points = Evenly(16, i => SampleBatch.Sample(i, active: i % 2 == 0 ? 2 : 0) with { Cpu = i % 2 == 0 ? 0.8 : null }).ToPoints();

        Assert.Equal(8, points.Count);
        Assert.All(points, point => Assert.Equal((1, 2, 0.8), (point.WorkersActive, point.WorkersAllowed, point.Cpu)));
    }

    [Fact]
    public void The_last_look_just_after_another_makes_no_point_of_its_own()
    {
        var timeline = Evenly(4, i => SampleBatch.Sample(i, completed: i));
        timeline.Add(SampleBatch.Sample(4.001, completed: 9));

        var points = timeline.ToPoints();

        Assert.Equal(4, points.Count);
        Assert.Equal((9, 4.001), (points[^1].Completed, points[^1].At.TotalSeconds));
        Assert.InRange(points[^1].DocumentsPerSecond, 5.9, 6.0);
    }

    [Fact]
    public void Utilisation_is_the_share_of_allowed_workers_at_work_over_all_samples()
    {
        Assert.Equal(0.5, Evenly(101, i => SampleBatch.Sample(i, active: i % 2 == 0 ? 2 : 0)).Utilisation!.Value, 2);
        Assert.Null(new Timeline(Capacity).Utilisation);
    }

    [Fact]
    public void Samples_of_one_moment_have_no_rate()
        => Assert.All(Evenly(3, i => SampleBatch.Sample(0, completed: i)).ToPoints(), point => Assert.Equal(0, point.DocumentsPerSecond));

    private static Timeline Evenly(int samples, Func<int, BatchSample> sample)
    {
        var timeline = new Timeline(Capacity);
        for (var i = 1; i <= samples; i++)
        {
            timeline.Add(sample(i));
        }

        return timeline;
    }
}
