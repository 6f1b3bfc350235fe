using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Resources;

public class CpuMeterTests
{
    [Fact]
    public void Each_reading_tells_of_the_time_since_the_one_before()
        => Assert.Equal([null, 0.5, 0.1], Read(new CpuTicks(0, 0), new CpuTicks(50, 100), new CpuTicks(60, 200)));

    [Fact]
    public void After_counters_went_backwards_time_counts_from_there()
        => Assert.Equal([null, null, 0.2], Read(new CpuTicks(500, 1000), new CpuTicks(10, 100), new CpuTicks(30, 200)));

    [Fact]
    public void A_reading_that_fails_is_unknown_and_so_is_the_one_after_it()
        => Assert.Equal([null, null, null, 0.3], Read(new CpuTicks(0, 0), null, new CpuTicks(10, 100), new CpuTicks(40, 200)));

    private static double?[] Read(params CpuTicks?[] ticks)
    {
        var meter = new CpuMeter(new Clock(ticks));
        return [.. ticks.Select(_ => meter.Read().Busy)];
    }

    private sealed class Clock(CpuTicks?[] ticks) : ICpuClock
    {
        private int _next;

        public CpuTicks? Read() => ticks[_next++];
    }
}
