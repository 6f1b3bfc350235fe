using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Resources;

/// <summary>The machine the tests run on, whatever it is.</summary>
public class MachineProbeTests
{
    [Fact]
    public void The_probe_of_this_machine_tells_what_can_be_so()
    {
        var probe = new MachineProbe();
        probe.Read();
        var reading = probe.Read();

        Assert.Equal(Environment.ProcessorCount, probe.Limits.Processors);
        Assert.True(probe.Limits.MemoryBytes > 0);
        Assert.True(reading.ResidentBytes > 0);
        Assert.All([reading.Cpu, reading.IoWait, reading.MemoryUsed, reading.MemoryStall], share => Assert.InRange(share ?? 0, 0, 1));
    }

    [Fact]
    public void Linux_Windows_and_macOS_tell_of_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "Another system.");
        var probe = new MachineProbe();
        var reading = probe.Read();

        Assert.NotNull(reading.MemoryUsed);
        Assert.InRange(reading.FreeBytes!.Value, 1, probe.Limits.MemoryBytes);
    }

    [Fact]
    public void The_collectors_load_is_known_after_a_collection()
    {
        GC.Collect();

        Assert.True(new MachineProbe().Read().GcLoad > 0);
    }

    [Fact]
    public void The_most_memory_is_at_least_what_there_is()
    {
        var now = new MachineProbe().Read().ResidentBytes;

        // The kernel keeps the two counts apart and brings them up to date a little late.
        Assert.True(PeakMemory.ReadBytes() >= now * 0.9);
    }

    [Fact]
    public void The_memory_of_a_process_can_be_read_by_many_threads_at_once()
    {
        Parallel.For(0, 200, _ => Assert.InRange(ResidentMemory.ReadBytes(Environment.ProcessId) ?? 0, 1024 * 1024, long.MaxValue));
        Assert.Null(ResidentMemory.ReadBytes(int.MaxValue));
    }

    [Fact]
    public void A_platform_that_cannot_be_asked_is_unknown()
    {
        var probe = new MachineProbe(new UnknownMachine());
        probe.Read();
        var reading = probe.Read();

        Assert.Null(reading.Cpu ?? reading.IoWait ?? reading.MemoryUsed ?? reading.MemoryStall ?? reading.FreeBytes);
        Assert.True(probe.Limits.MemoryBytes > 0);
    }
}
