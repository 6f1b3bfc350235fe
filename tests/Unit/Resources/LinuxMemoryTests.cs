namespace FastMd.Tests.Unit.Resources;

public sealed class LinuxMemoryTests : IDisposable
{
    private const long Physical = 8_000_000L * 1024;
    private const long GigaByte = 1_000_000_000;

    private readonly FakeLinux _linux = new();

    public void Dispose() => _linux.Dispose();

    [Fact]
    public void Without_control_groups_the_machines_memory_is_what_there_is()
    {
        var probe = _linux.Probe();
        var reading = probe.Read();

        Assert.Equal((Physical, null), (probe.Limits.MemoryBytes, probe.Limits.CgroupMemoryBytes));
        Assert.Equal((0.25, 6_000_000L * 1024), (reading.MemoryUsed, reading.FreeBytes));
    }

    [Fact]
    public void Max_is_no_limit()
    {
        Group("/job", "max", current: GigaByte);

        var probe = _linux.Probe();

        Assert.Equal((Physical, null), (probe.Limits.MemoryBytes, probe.Limits.CgroupMemoryBytes));
        Assert.Equal(0.25, probe.Read().MemoryUsed);
    }

    [Fact]
    public void A_groups_use_does_not_count_files_that_can_be_dropped()
    {
        Group("/job", $"{GigaByte}", current: 900_000_000, inactiveFile: 400_000_000);

        var reading = _linux.Probe().Read();

        Assert.Equal((0.5, 500_000_000), (reading.MemoryUsed, reading.FreeBytes));
    }

    [Fact]
    public void The_tightest_limit_counts_though_it_is_set_further_up()
    {
        _linux.Unified("/slice/job/step");
        Limit("/slice/job/step", $"{4 * GigaByte}", current: GigaByte / 10);
        Limit("/slice/job", "max", current: GigaByte / 10);
        Limit("/slice", $"{GigaByte}", current: GigaByte * 8 / 10);

        var probe = _linux.Probe();
        var reading = probe.Read();

        Assert.Equal((GigaByte, GigaByte), (probe.Limits.MemoryBytes, probe.Limits.CgroupMemoryBytes));
        Assert.Equal((0.8, GigaByte * 2 / 10), (Math.Round(reading.MemoryUsed!.Value, 6), reading.FreeBytes));
    }

    [Fact]
    public void A_machine_tighter_than_its_group_counts()
    {
        Group("/job", $"{100 * GigaByte}", current: GigaByte);
        _linux.Available(800_000);

        var probe = _linux.Probe();
        var reading = probe.Read();

        Assert.Equal((Physical, 100 * GigaByte), (probe.Limits.MemoryBytes, probe.Limits.CgroupMemoryBytes));
        Assert.Equal((0.9, 800_000L * 1024), (reading.MemoryUsed, reading.FreeBytes));
    }

    [Fact]
    public void A_group_over_its_limit_has_nothing_left()
    {
        Group("/job", $"{GigaByte}", current: GigaByte + 4096);

        var reading = _linux.Probe().Read();

        Assert.Equal((1, 0), (reading.MemoryUsed, reading.FreeBytes));
    }

    [Fact]
    public void Version_1_has_limits_too_and_writes_a_huge_number_for_none()
    {
        _linux.Version1("/docker/1a2b");
        _linux.Write("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        _linux.Write("/sys/fs/cgroup/memory/docker/1a2b/memory.limit_in_bytes", $"{GigaByte}\n");
        _linux.Write("/sys/fs/cgroup/memory/docker/1a2b/memory.usage_in_bytes", "700000000\n");
        _linux.Write("/sys/fs/cgroup/memory/docker/1a2b/memory.stat", "inactive_file 5\ntotal_cache 1\ntotal_inactive_file 100000000\n");

        var probe = _linux.Probe();
        var reading = probe.Read();

        Assert.Equal((GigaByte, GigaByte), (probe.Limits.MemoryBytes, probe.Limits.CgroupMemoryBytes));
        Assert.Equal((0.6, 400_000_000), (reading.MemoryUsed, reading.FreeBytes));
    }

    [Theory]
    [InlineData("/docker/1a2b", "/docker/1a2b", "")] // the host's names, only the container's part mounted
    [InlineData("/docker/1a2b/step", "/docker/1a2b", "/step")]
    [InlineData("/docker/1a2b-other", "/docker/1a2b", "")]
    [InlineData("/../sibling", "/", "")] // outside the namespace
    [InlineData("/", "/../..", "")]
    public void The_group_is_found_where_the_container_shows_it(string group, string mountRoot, string folder)
    {
        _linux.Unified(group, mountRoot);
        Limit(folder, $"{GigaByte}", current: 0);

        Assert.Equal(GigaByte, _linux.Probe().Limits.CgroupMemoryBytes);
    }

    [Fact]
    public void A_mount_point_with_a_blank_in_its_name_is_found()
    {
        _linux.Write("/proc/self/cgroup", "0::/job\n");
        _linux.Write("/proc/self/mountinfo", "31 23 0:28 / /mnt/control\\040groups rw - cgroup2 cgroup2 rw\n");
        _linux.Write("/mnt/control groups/job/memory.max", $"{GigaByte}\n");

        Assert.Equal(GigaByte, _linux.Probe().Limits.CgroupMemoryBytes);
    }

    [Fact]
    public void Stalls_are_those_of_the_group_where_it_tells_of_them()
    {
        _linux.Unified("/job");
        _linux.Write("/proc/pressure/memory", "some avg10=50.00 avg60=8.32 avg300=6.08 total=2768464946\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n");
        _linux.Write("/sys/fs/cgroup/job/memory.pressure", "some avg10=3.41 avg60=8.32 avg300=6.08 total=27684\nfull avg10=1.00 avg60=0.00 avg300=0.00 total=0\n");

        Assert.Equal(0.0341, _linux.Probe().Read().MemoryStall);
    }

    [Fact]
    public void Stalls_are_the_machines_where_the_group_does_not_tell()
    {
        _linux.Unified("/job");
        _linux.Write("/proc/pressure/memory", "some avg10=50.00 avg60=8.32 avg300=6.08 total=2768464946\n");

        Assert.Equal(0.5, _linux.Probe().Read().MemoryStall);
    }

    [Fact]
    public void Stalls_are_unknown_where_the_kernel_does_not_count_them()
        => Assert.Null(_linux.Probe().Read().MemoryStall);

    [Fact]
    public void A_machine_that_tells_nothing_leaves_everything_unknown_and_throws_nothing()
    {
        using var nothing = new TestSupport.TemporaryFolder();
        var probe = new Engine.Resources.MachineProbe(new Engine.Resources.Linux.LinuxMachine(new(nothing.Path), _linux.Time, 3));

        probe.Read();
        var reading = probe.Read();

        Assert.Equal((3, null, null), (probe.Limits.Processors, probe.Limits.CpuQuota, probe.Limits.OnlineProcessors));
        Assert.True(probe.Limits.MemoryBytes > 0);
        Assert.Null(reading.Cpu ?? reading.IoWait ?? reading.MemoryUsed ?? reading.MemoryStall ?? reading.FreeBytes);
    }

    [Fact]
    public void The_most_memory_a_process_had_is_the_kernels_high_water_mark()
    {
        _linux.Write("/proc/self/status", "Name:\tfastmd\nVmPeak:\t  900000 kB\nVmHWM:\t   71234 kB\nVmRSS:\t   50000 kB\n");

        Assert.Equal(71_234L * 1024, Engine.Resources.PeakMemory.ReadBytes(_linux.Files));
    }

    [Fact]
    public void The_memory_of_another_process_is_what_the_kernel_says_and_unknown_once_it_has_ended()
    {
        _linux.Write("/proc/71/status", "Name:\tfastmd\nVmHWM:\t   71234 kB\nVmRSS:\t   50000 kB\n");
        _linux.Write("/proc/72/status", "Name:\tfastmd\nState:\tZ (zombie)\n");

        Assert.Equal(50_000L * 1024, Engine.Resources.ResidentMemory.ReadBytes(_linux.Files, 71));
        Assert.Null(Engine.Resources.ResidentMemory.ReadBytes(_linux.Files, 72));
        Assert.Null(Engine.Resources.ResidentMemory.ReadBytes(_linux.Files, 73));
    }

    private void Group(string group, string limit, long current, long inactiveFile = 0)
    {
        _linux.Unified(group);
        Limit(group, limit, current, inactiveFile);
    }

    private void Limit(string folder, string limit, long current, long inactiveFile = 0)
    {
        _linux.Write($"/sys/fs/cgroup{folder}/memory.max", limit + "\n");
        _linux.Write($"/sys/fs/cgroup{folder}/memory.current", $"{current}\n");
        _linux.Write($"/sys/fs/cgroup{folder}/memory.stat", $"anon 12345\nfile 678\nworkingset_inactive_file 1\ninactive_file {inactiveFile}\nactive_file 9\n");
    }
}
