using FastMd.Engine.Batching.Scaling;

namespace FastMd.Tests.Unit.Batching.Scaling;

public sealed class MemoryAlarmTests
{
    private const long MegaByte = 1024 * 1024;

    private readonly MemoryAlarm _alarm = new(floor: 100 * MegaByte);

    [Fact]
    public void A_machine_whose_memory_is_in_use_is_no_alarm_while_enough_is_left()
    {
        _alarm.Take(new() { MemoryUsed = 0.97, GcLoad = 1.02, FreeBytes = 2000 * MegaByte });

        Assert.False(_alarm.IsOn);
    }

    [Fact]
    public void Too_little_free_memory_is_an_alarm_that_names_the_figures()
    {
        _alarm.Take(new() { FreeBytes = 80 * MegaByte });

        Assert.True(_alarm.IsOn);
        Assert.Contains("80 MB", _alarm.Reason, StringComparison.Ordinal);
        Assert.Contains("100 MB", _alarm.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_that_wait_for_memory_are_an_alarm()
    {
        _alarm.Take(new() { MemoryStall = 0.3, FreeBytes = 2000 * MegaByte });

        Assert.True(_alarm.IsOn);
    }

    [Fact]
    public void A_collector_that_finds_memory_full_is_an_alarm_where_little_is_left()
    {
        _alarm.Take(new() { GcLoad = 1.05, FreeBytes = 300 * MegaByte });

        Assert.True(_alarm.IsOn);
    }

    [Fact]
    public void The_alarm_ends_only_when_memory_has_clearly_eased()
    {
        _alarm.Take(new() { FreeBytes = 80 * MegaByte });
        _alarm.Take(new() { FreeBytes = 120 * MegaByte });
        Assert.True(_alarm.IsOn);

        _alarm.Take(new() { FreeBytes = 200 * MegaByte });
        Assert.False(_alarm.IsOn);
    }

    [Fact]
    public void Where_nothing_can_be_told_there_is_no_alarm()
    {
        _alarm.Take(default);

        Assert.False(_alarm.IsOn);
    }
}
