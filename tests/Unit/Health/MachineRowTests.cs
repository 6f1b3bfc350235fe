using FastMd.Engine.Health;
using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Health;

public class MachineRowTests
{
    private const long GigaByte = 1L << 30;
    private const long MegaByte = 1L << 20;

    [Theory]
    [InlineData(8, "2026-11-10", HealthStatus.Ok)]
    [InlineData(8, "2026-11-11", HealthStatus.Warning)]
    [InlineData(9, "2026-11-11", HealthStatus.Warning)]
    [InlineData(10, "2028-11-14", HealthStatus.Ok)]
    [InlineData(10, "2028-11-15", HealthStatus.Warning)]
    [InlineData(12, "2040-01-01", HealthStatus.Ok)]
    public void A_runtime_is_supported_until_its_last_day(int major, string day, object expected)
    {
        var row = RuntimeCheck.Row(new(major, 0, 3), "Linux, X64", DateTimeOffset.Parse(day + "T12:00:00Z", null));

        Assert.Equal((HealthStatus)expected, row.Status);
        Assert.Equal($".NET {major}.0.3 on Linux, X64", row.Found);
        Assert.Equal((HealthStatus)expected == HealthStatus.Ok, row.Advice is null);
    }

    [Theory]
    [InlineData(2, null, 2, HealthStatus.Ok, "2 usable")]
    [InlineData(2, null, null, HealthStatus.Ok, "2 usable")]
    [InlineData(2, null, 16, HealthStatus.Ok, "2 usable, 16 in the machine")]
    [InlineData(2, 1.5, 16, HealthStatus.Ok, "2 usable, 16 in the machine, the control group grants the time of 1.5")]
    [InlineData(1, 0.25, 1, HealthStatus.Warning, "1 usable, the control group grants the time of 0.25")]
    [InlineData(8, 1.5, 8, HealthStatus.Warning, "8 usable, the control group grants the time of 1.5")]
    public void Processors_are_too_few_where_a_quota_starves_the_workers(int usable, double? quota, int? online, object expected, string found)
    {
        var row = ProcessorCheck.Row(new(usable, quota, GigaByte, null, online));

        Assert.Equal(((HealthStatus)expected, found), (row.Status, row.Found));
        Assert.Equal((HealthStatus)expected == HealthStatus.Ok, row.Advice is null);
    }

    [Fact]
    public void More_workers_than_a_quota_feeds_come_with_the_number_it_feeds()
        => Assert.Contains("set workers to 2", ProcessorCheck.Row(new(8, 1.5, GigaByte, null, 8)).Advice, StringComparison.Ordinal);

    [Theory]
    [InlineData(256 * MegaByte, HealthStatus.Ok, "256 MB free of 4.0 GB")]
    [InlineData((256 * MegaByte) - 1, HealthStatus.Warning, "255 MB free of 4.0 GB")]
    [InlineData((2 * GigaByte) + (GigaByte / 2), HealthStatus.Ok, "2.5 GB free of 4.0 GB")]
    [InlineData(null, HealthStatus.Ok, "4.0 GB; how much of it is free is not known")]
    public void Less_than_256_MB_free_is_little_memory(long? free, object expected, string found)
    {
        var row = MemoryCheck.Row(new(2, null, 4 * GigaByte, null), free);

        Assert.Equal(((HealthStatus)expected, found), (row.Status, row.Found));
    }

    [Fact]
    public void A_limit_on_memory_is_named_where_it_is_the_tighter_one()
    {
        Assert.Equal("1.0 GB free of 2.0 GB, the limit of the control group", MemoryCheck.Row(new(2, null, 2 * GigaByte, 2 * GigaByte), GigaByte).Found);
        Assert.Equal("1.0 GB free of 2.0 GB", MemoryCheck.Row(new(2, null, 2 * GigaByte, 64 * GigaByte), GigaByte).Found);
    }

    [Theory]
    [InlineData(false, true, null, HealthStatus.Ok, "workstation, concurrent, no heap limit")]
    [InlineData(true, false, 2 * GigaByte, HealthStatus.Ok, "server, not concurrent, heap limited to 2.0 GB")]
    [InlineData(false, true, 100 * MegaByte, HealthStatus.Warning, "workstation, concurrent, heap limited to 100 MB")]
    public void A_heap_of_less_than_256_MB_is_small(bool isServer, bool isConcurrent, long? limit, object expected, string found)
    {
        var row = CollectorCheck.Row(isServer, isConcurrent, limit);

        Assert.Equal(((HealthStatus)expected, found), (row.Status, row.Found));
    }

    [Theory]
    [InlineData(true, true, "on", true)]
    [InlineData(true, false, "off", false)]
    [InlineData(false, true, "none: the program was compiled ahead", false)]
    public void Tiered_PGO_is_a_hint_and_never_a_warning(bool compiles, bool isOn, string found, bool hasAdvice)
    {
        var row = TieringCheck.Row(compiles, isOn);

        Assert.Equal((HealthStatus.Ok, found, hasAdvice), (row.Status, row.Found, row.Advice is not null));
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    public void The_environment_decides_on_tiered_PGO(string value, bool expected)
        => Assert.Equal(expected, RuntimeFacts.IsProfileGuided(name => name == "DOTNET_TieredPGO" ? value : null));

    [Fact]
    public void A_heap_that_may_grow_to_all_memory_has_no_limit()
    {
        var all = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

        Assert.Null(RuntimeFacts.HeapLimit(new MachineLimits(2, null, all, null)));
        Assert.Equal(all, RuntimeFacts.HeapLimit(new MachineLimits(2, null, all * 4 / 3, null)));
    }
}
