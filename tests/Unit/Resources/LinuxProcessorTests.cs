namespace FastMd.Tests.Unit.Resources;

public sealed class LinuxProcessorTests : IDisposable
{
    private readonly FakeLinux _linux = new();

    public void Dispose() => _linux.Dispose();

    [Fact]
    public void The_first_reading_knows_no_shares()
    {
        var reading = _linux.Probe().Read();

        Assert.Equal((null, null), (reading.Cpu, reading.IoWait));
    }

    [Fact]
    public void Busy_and_waiting_are_shares_of_all_processors_time()
    {
        _linux.Stat("cpu  726539 24163 277252 3553331 3997 0 2102 555 0 0");
        var probe = _linux.Probe();
        probe.Read();
        // user +20, nice +10, system +20, idle +100, iowait +30, irq +5, softirq +10, steal +5
        _linux.Stat("cpu  726559 24173 277272 3553431 4027 5 2112 560 0 0");

        var reading = probe.Read();

        Assert.Equal((0.35, 0.15), (reading.Cpu, reading.IoWait));
    }

    [Fact]
    public void Time_of_guests_is_not_counted_twice()
    {
        var probe = _linux.Probe();
        probe.Read();
        _linux.Stat("cpu  1050 0 500 8050 500 0 0 0 50 0");

        Assert.Equal(0.5, probe.Read().Cpu);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cpu  1 2 3\n")]
    [InlineData("cpu  1 2 3 x 5 6 7 8\n")]
    [InlineData("intr 5\n")]
    public void Counters_that_make_no_sense_are_unknown(string stat)
    {
        _linux.Write("/proc/stat", stat);
        var probe = _linux.Probe();
        probe.Read();

        Assert.Null(probe.Read().Cpu);
    }

    [Fact]
    public void Processors_the_process_may_not_use_are_seen_too()
    {
        var limits = _linux.Probe(processors: 1).Limits;

        Assert.Equal((1, 2), (limits.Processors, limits.OnlineProcessors));
    }
}
