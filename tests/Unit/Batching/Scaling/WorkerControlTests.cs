using FastMd.Engine.Batching.Scaling;
using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Batching.Scaling;

public sealed class WorkerControlTests
{
    private static readonly PressureReading Calm = new() { Cpu = 1, IoWait = 0, FreeBytes = long.MaxValue };
    private static readonly PressureReading Short = Calm with { FreeBytes = 1 };

    private readonly WorkerControl _control = new(start: 8, minimum: 2, maximum: 12, new MemoryAlarm(floor: 1000));
    private readonly List<ScalingDecision> _decisions = [];

    [Fact]
    public void A_batch_that_keeps_all_processors_busy_is_left_alone()
    {
        Read(50, Calm);

        Assert.Empty(_decisions);
        Assert.Equal(8, _control.Allowed);
    }

    [Fact]
    public void Memory_pressure_halves_the_workers_once_however_long_it_lasts()
    {
        Read(30, Short);

        var decision = Assert.Single(_decisions);
        Assert.Equal((8, 4, ScalingReason.MemoryPressure), (decision.From, decision.To, decision.Reason));
        Assert.Contains("8 -> 4", decision.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Workers_come_back_one_at_a_time_when_the_pressure_is_over()
    {
        Read(1, Short);
        Read(20, Calm);

        Assert.Equal([4, 5, 6, 7, 8], _decisions.Select(decision => decision.To));
        Assert.All(_decisions.Skip(1), decision => Assert.Equal(ScalingReason.Recovered, decision.Reason));
    }

    [Fact]
    public void Pressure_that_returns_halves_again_down_to_the_minimum()
    {
        for (var blow = 0; blow < 5; blow++)
        {
            Read(1, Short);
            Read(4, Calm);
        }

        Assert.Equal(2, _decisions.Min(decision => decision.To));
        Assert.DoesNotContain(_decisions, decision => decision.To < 2);
    }

    [Fact]
    public void A_converter_told_to_slow_down_halves_the_workers()
    {
        Read(1, Calm, rateLimits: 3);

        Assert.Equal(ScalingReason.RateLimited, Assert.Single(_decisions).Reason);
        Assert.Equal(4, _control.Allowed);
    }

    [Fact]
    public void The_more_processors_wait_for_the_disk_the_more_workers_are_tried_and_they_stay_while_processors_get_busier()
    {
        Read(3, Idle(waiting: 0.3, busy: 0.5));
        Read(5, Idle(waiting: 0.25, busy: 0.7));

        Assert.Equal([10, 12], _decisions.Select(decision => decision.To));
        Assert.All(_decisions, decision => Assert.Equal(ScalingReason.IoWait, decision.Reason));
        Read(50, Idle(waiting: 0.25, busy: 0.8));
        Assert.Equal(12, _control.Allowed);
    }

    [Fact]
    public void Workers_that_make_processors_no_busier_go_again_and_the_next_trial_waits()
    {
        Read(20, Idle(waiting: 0.6, busy: 0.3));

        Assert.Equal([(12, ScalingReason.IoWait), (8, ScalingReason.NoGain)], _decisions.Select(decision => (decision.To, decision.Reason)));
        Read(30, Idle(waiting: 0.6, busy: 0.3));
        Assert.Equal(4, _decisions.Count);
    }

    [Fact]
    public void Where_nobody_can_tell_how_busy_processors_are_no_worker_more_stays()
    {
        Read(10, Calm with { Cpu = null, IoWait = 0.6 });

        Assert.Equal(8, _control.Allowed);
    }

    [Fact]
    public void Waiting_for_the_disk_brings_no_workers_where_there_is_nothing_for_them_to_do()
    {
        Read(30, Idle(waiting: 0.6, busy: 0.3), isSaturated: false);

        Assert.Empty(_decisions);
    }

    private static PressureReading Idle(double waiting, double busy) => Calm with { IoWait = waiting, Cpu = busy };

    private void Read(int times, PressureReading pressure, long rateLimits = 0, bool isSaturated = true)
    {
        for (var i = 0; i < times; i++)
        {
            if (_control.Next(TimeSpan.Zero, pressure, new(isSaturated, rateLimits)) is { } decision)
            {
                _decisions.Add(decision);
            }
        }
    }
}
