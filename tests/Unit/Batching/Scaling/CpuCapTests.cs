using FastMd.Engine.Batching.Scaling;
using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Batching.Scaling;

public sealed class CpuCapTests
{
    private readonly CpuCap _cap = new(limit: 0.6, maximum: 4);

    [Fact]
    public void Above_the_limit_workers_go_gradually()
    {
        Assert.Equal(3.6, _cap.Next(TimeSpan.Zero, 0.7)!.To, precision: 6);
        Assert.Equal(3.2, _cap.Next(TimeSpan.Zero, 0.7)!.To, precision: 6);
    }

    [Fact]
    public void Above_the_critical_mark_all_but_the_least_go_at_once()
    {
        var decision = _cap.Next(TimeSpan.Zero, 0.95);

        Assert.Equal(0.2, _cap.Level, precision: 6);
        Assert.Equal(ScalingReason.CpuCap, decision!.Reason);
        Assert.Contains("95 % busy, the limit is 60 %", decision.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Well_below_the_limit_they_come_back_and_in_between_they_stay()
    {
        _cap.Next(TimeSpan.Zero, 0.95);

        Assert.Null(_cap.Next(TimeSpan.Zero, 0.5));
        Assert.Equal(ScalingReason.Recovered, _cap.Next(TimeSpan.Zero, 0.3)!.Reason);
        Assert.Equal(0.6, _cap.Level, precision: 6);
    }

    [Fact]
    public void Where_the_load_cannot_be_told_nothing_changes()
        => Assert.Null(_cap.Next(TimeSpan.Zero, null));

    [Fact]
    public void A_part_of_a_worker_is_one_that_works_part_of_the_time()
    {
        for (var reading = 0; reading < 40; reading++)
        {
            _cap.Next(TimeSpan.Zero, reading % 3 == 0 ? 0.3 : 0.7);
            var slices = Enumerable.Range(0, CpuCap.StepsPerWorker).Select(slice => _cap.WorkersIn(slice)).ToArray();

            Assert.Equal(_cap.Level, slices.Average(), precision: 6);
            Assert.InRange(slices.Max() - slices.Min(), 0, 1);
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void A_machine_that_is_as_busy_as_its_workers_settles_below_the_limit(double limit)
    {
        var cap = new CpuCap(limit, maximum: 4);
        var busy = new List<double>();
        for (var reading = 0; reading < 200; reading++)
        {
            busy.Add(cap.Level / 4);
            cap.Next(TimeSpan.Zero, cap.Level / 4);
        }

        Assert.InRange(busy.Skip(50).Max(), 0.05, limit + 0.001);
    }
}
