using FastMd.Engine.Resources;
using FastMd.Engine.Resources.Linux;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Resources;

/// <summary>A Linux machine with two processors and 8,000,000 kB whose /proc and /sys a test writes.</summary>
internal sealed class FakeLinux : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FakeLinux()
    {
        Stat("cpu  1000 0 500 8000 500 0 0 0 0 0");
        Available(6_000_000);
    }

    public SystemFiles Files => new(_folder.Path);

    public FakeTimeProvider Time { get; } = new();

    /// <summary>Writes a file of the kernel's.</summary>
    /// <param name="path">Absolute path on the fake machine.</param>
    /// <param name="content">All of it.</param>
    public void Write(string path, string content) => _folder.Write(path.TrimStart('/'), content);

    public void Stat(string total) => Write("/proc/stat", $"{total}\ncpu0 500 0 250 4000 250 0 0 0 0 0\ncpu1 500 0 250 4000 250 0 0 0 0 0\nintr 5\n");

    public void Available(long kiloBytes)
        => Write("/proc/meminfo", $"MemTotal:        8000000 kB\nMemFree:          100000 kB\nMemAvailable:    {kiloBytes} kB\nBuffers:           16880 kB\n");

    /// <summary>The process is in a group of version 2.</summary>
    public void Unified(string group, string mountRoot = "/")
    {
        Write("/proc/self/cgroup", $"0::{group}\n");
        Write("/proc/self/mountinfo", $"""
            22 1 0:20 / /proc rw,nosuid - proc proc rw
            31 23 0:28 {mountRoot} /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot

            """);
    }

    /// <summary>The process is in groups of version 1, the unified hierarchy mounted beside them.</summary>
    public void Version1(string group)
    {
        Write("/proc/self/cgroup", $"9:name=systemd:/\n4:memory:{group}\n2:cpu,cpuacct:{group}\n0::/\n");
        Write("/proc/self/mountinfo", """
            31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
            32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:10 - cgroup cgroup rw,cpu,cpuacct
            35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
            41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw

            """);
    }

    public MachineProbe Probe(int processors = 2) => new(new LinuxMachine(Files, Time, processors));

    public void Dispose() => _folder.Dispose();
}
