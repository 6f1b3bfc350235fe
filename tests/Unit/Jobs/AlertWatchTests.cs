using FastMd.Engine.Jobs.Alerts;

namespace FastMd.Tests.Unit.Jobs;

public sealed class AlertWatchTests
{
    private const long MegaByte = 1024 * 1024;

    private readonly AlertWatch _watch = new(new()
    {
        ErrorShare = 0.1,
        SlowestHundredth = TimeSpan.FromMilliseconds(500),
        ResidentBytes = 200 * MegaByte,
        Stall = TimeSpan.FromSeconds(5),
    });

    [Fact]
    public void Nothing_is_said_while_all_is_well()
        => Assert.Empty(Names(new(TimeSpan.FromSeconds(1), 100, 10, TimeSpan.FromMilliseconds(500), 200 * MegaByte, true, false)));

    [Fact]
    public void Too_many_failures_are_said_once_with_figures_and_not_of_the_first_few_documents()
    {
        Assert.Empty(Names(Reading(completed: 3, failed: 3)));
        var (name, message) = Assert.Single(_watch.Next(Reading(completed: 100, failed: 20)));

        Assert.Equal("errors", name);
        Assert.Contains("20 % of 100", message, StringComparison.Ordinal);
        Assert.Contains("10 %", message, StringComparison.Ordinal);
        Assert.Empty(Names(Reading(completed: 101, failed: 30)));
    }

    [Fact]
    public void At_the_end_even_a_few_documents_are_a_rate()
        => Assert.Equal(["errors"], Names(Reading(completed: 3, failed: 3) with { IsFinal = true }));

    [Fact]
    public void Slow_documents_and_memory_are_said_each_once()
    {
        var reading = Reading(10, 0) with { SlowestHundredth = TimeSpan.FromSeconds(2), ResidentBytes = 300 * MegaByte };

        Assert.Equal(["latency", "memory"], Names(reading));
        Assert.Empty(Names(reading));
    }

    [Fact]
    public void A_stall_is_said_once_and_again_after_work_went_on()
    {
        Assert.Empty(Names(Reading(10, 0, seconds: 1)));
        Assert.Empty(Names(Reading(10, 0, seconds: 5)));
        Assert.Equal(["stall"], Names(Reading(10, 0, seconds: 6)));
        Assert.Empty(Names(Reading(10, 0, seconds: 60)));
        Assert.Empty(Names(Reading(11, 0, seconds: 61)));
        Assert.Equal(["stall"], Names(Reading(11, 0, seconds: 70)));
    }

    [Fact]
    public void A_batch_that_waits_for_input_is_no_stall()
    {
        Assert.Empty(Names(Reading(10, 0, seconds: 1)));
        Assert.Empty(Names(Reading(10, 0, seconds: 100) with { IsWaitedFor = false }));
    }

    [Fact]
    public void Without_thresholds_nothing_is_ever_said()
    {
        var watch = new AlertWatch(new());

        Assert.True(watch.IsIdle);
        Assert.Empty(watch.Next(new(TimeSpan.FromDays(1), 10, 10, TimeSpan.FromHours(1), long.MaxValue, true, true)));
    }

    private static AlertReading Reading(long completed, long failed, double seconds = 1)
        => new(TimeSpan.FromSeconds(seconds), completed, failed, TimeSpan.Zero, 0, IsWaitedFor: true, IsFinal: false);

    private string[] Names(AlertReading reading) => [.. _watch.Next(reading).Select(alert => alert.Name)];
}
