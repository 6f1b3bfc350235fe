namespace FastMd.Tests.Unit.Resources;

public sealed class QuotaTests : IDisposable
{
    private readonly FakeLinux _linux = new();

    public void Dispose() => _linux.Dispose();

    [Fact]
    public void Without_control_groups_there_is_no_quota()
        => Assert.Null(_linux.Probe().Limits.CpuQuota);

    [Fact]
    public void Max_is_no_quota()
    {
        _linux.Unified("/job");
        _linux.Write("/sys/fs/cgroup/job/cpu.max", "max 100000\n");

        Assert.Null(_linux.Probe().Limits.CpuQuota);
    }

    [Fact]
    public void A_quota_is_a_number_of_processors()
    {
        _linux.Unified("/job");
        _linux.Write("/sys/fs/cgroup/job/cpu.max", "150000 100000\n");

        Assert.Equal(1.5, _linux.Probe().Limits.CpuQuota);
    }

    [Fact]
    public void The_tightest_quota_counts_though_it_is_set_further_up()
    {
        _linux.Unified("/slice/job/step");
        _linux.Write("/sys/fs/cgroup/slice/job/step/cpu.max", "400000 100000\n");
        _linux.Write("/sys/fs/cgroup/slice/job/cpu.max", "max 100000\n");
        _linux.Write("/sys/fs/cgroup/slice/cpu.max", "25000 50000\n");

        Assert.Equal(0.5, _linux.Probe().Limits.CpuQuota);
    }

    [Fact]
    public void With_a_quota_busy_is_what_the_group_used_of_it()
    {
        _linux.Unified("/slice/job");
        _linux.Write("/sys/fs/cgroup/slice/job/cpu.max", "400000 100000\n");
        _linux.Write("/sys/fs/cgroup/slice/job/cpu.stat", "usage_usec 9\n");
        _linux.Write("/sys/fs/cgroup/slice/cpu.max", "200000 100000\n");
        _linux.Write("/sys/fs/cgroup/slice/cpu.stat", "usage_usec 7000000\nuser_usec 5000000\nsystem_usec 2000000\nnr_periods 4\n");
        var probe = _linux.Probe();
        var first = probe.Read();
        _linux.Time.Advance(TimeSpan.FromSeconds(1));
        _linux.Stat("cpu  1010 0 500 8070 520 0 0 0 0 0");
        _linux.Write("/sys/fs/cgroup/slice/cpu.stat", "usage_usec 8500000\nuser_usec 6000000\nsystem_usec 2500000\nnr_periods 14\n");

        var second = probe.Read();

        Assert.Null(first.Cpu);
        Assert.Equal((0.75, 0.2), (second.Cpu, second.IoWait));
    }

    [Fact]
    public void A_quota_whose_use_nothing_counts_leaves_the_machines_processors_to_look_at()
    {
        _linux.Unified("/job");
        _linux.Write("/sys/fs/cgroup/job/cpu.max", "200000 100000\n");
        var probe = _linux.Probe();
        probe.Read();
        _linux.Stat("cpu  1040 0 500 8060 500 0 0 0 0 0");

        Assert.Equal(0.4, probe.Read().Cpu);
    }

    [Fact]
    public void Version_1_has_quotas_too()
    {
        _linux.Version1("/docker/1a2b");
        _linux.Write("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
        _linux.Write("/sys/fs/cgroup/cpu,cpuacct/docker/1a2b/cpu.cfs_quota_us", "50000\n");
        _linux.Write("/sys/fs/cgroup/cpu,cpuacct/docker/1a2b/cpu.cfs_period_us", "100000\n");
        _linux.Write("/sys/fs/cgroup/cpu,cpuacct/docker/1a2b/cpuacct.usage", "1000000000\n");
        var probe = _linux.Probe();
        probe.Read();
        _linux.Time.Advance(TimeSpan.FromSeconds(1));
        _linux.Write("/sys/fs/cgroup/cpu,cpuacct/docker/1a2b/cpuacct.usage", "1100000000\n");

        Assert.Equal(0.5, probe.Limits.CpuQuota);
        Assert.Equal(0.2, probe.Read().Cpu);
    }
}
