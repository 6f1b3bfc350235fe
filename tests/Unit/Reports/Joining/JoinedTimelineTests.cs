using FastMd.Engine.Reports.Joining;
using FastMd.Tests.Unit.Reports.Live;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Reports.Joining;

public class JoinedTimelineTests
{
    private static readonly Gen<(int Late, int Seconds, int PerSecond)[]> Parts =
        (from late in Gen.Choose(0, 30) from seconds in Gen.Choose(0, 400) from perSecond in Gen.Choose(1, 200) select (late, seconds, perSecond)).ArrayOf();

    [Fact]
    public void Of_nothing_there_is_nothing() => Assert.Empty(JoinedTimeline.Of([], []));

    [Fact]
    public void Whatever_is_joined_is_bounded_in_order_and_ends_with_all_that_was_done()
        => TestSupport.Property.Holds(Parts, parts =>
        {
            PartTimeline[] timelines = [.. parts.Select(part => new PartTimeline(TimeSpan.FromSeconds(part.Late), SampleLive.Timeline(part.Seconds, part.PerSecond)))];
            var joined = JoinedTimeline.Of(timelines, timelines);
            var all = timelines.Sum(timeline => timeline.Points is [.., var last] ? last.Completed : 0);
            return joined.Count <= 201
                && joined.Zip(joined.Skip(1)).All(pair => pair.First.At < pair.Second.At && pair.First.Completed <= pair.Second.Completed)
                && joined.All(point => double.IsFinite(point.DocumentsPerSecond) && point.DocumentsPerSecond >= 0)
                && (joined.Count == 0 ? all == 0 : joined[^1].Completed == all && joined[^1].At == timelines.Max(timeline => timeline.End))
                && Math.Abs(joined.Zip(joined.Prepend(new() { At = default, Completed = 0, InputBytes = 0, DocumentsPerSecond = 0, MegabytesPerSecond = 0, WorkersActive = 0, WorkersAllowed = 0, WorkingBytes = 0, WorkingBytesLimit = 0, Waiting = 0, Parked = 0, ResidentBytes = 0 }), (now, before) => now.DocumentsPerSecond * (now.At - before.At).TotalSeconds).Sum() - all) < 0.01 * (all + 100);
        });

    [Fact]
    public void What_two_processes_have_in_use_adds_up_while_both_run()
    {
        var joined = JoinedTimeline.Of([], [new(default, SampleLive.Timeline(20, 10)), new(TimeSpan.FromSeconds(10), SampleLive.Timeline(20, 10))]);

        Assert.Equal((2, 1000, 10), At(5));
        Assert.Equal((4, 2000, 20), At(15));
        Assert.Equal((2, 1000, 10), At(25));
        Assert.All(joined, point => Assert.Equal(0.5, point.Cpu));
        Assert.Equal(30, joined[^1].At.TotalSeconds);

        (double Active, long Resident, int? Files) At(int seconds)
            => joined.First(point => point.At.TotalSeconds >= seconds) is var point ? (point.WorkersActive, point.ResidentBytes, point.OpenFiles) : default;
    }

    [Fact]
    public void Points_stay_where_they_are_while_a_job_goes_on()
    {
        var (before, after) = (Of(30), Of(31));

        Assert.Equal(before.SkipLast(1), after.Take(before.Count - 1));

        static IReadOnlyList<Engine.Reports.TimelinePoint> Of(int seconds)
        {
            var timeline = new PartTimeline(default, SampleLive.Timeline(seconds, 10));
            return JoinedTimeline.Of([timeline], [timeline]);
        }
    }

    [Fact]
    public void What_is_bounded_keeps_its_highest_value_however_long_the_job()
    {
        var points = SampleLive.Timeline(2000, 10, step: 1).Select((point, i) => i == 700 ? point with { ResidentBytes = 9999, OpenFiles = 77 } : point);

        var joined = JoinedTimeline.Of([], [new(default, [.. points])]);

        Assert.Equal((9999, 77), (joined.Max(point => point.ResidentBytes), joined.Max(point => point.OpenFiles)));
    }
}
