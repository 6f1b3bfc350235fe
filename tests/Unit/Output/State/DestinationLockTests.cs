using FastMd.Engine.Output.State;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output.State;

public sealed class DestinationLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_destination_is_for_one_run_at_a_time_and_the_message_names_the_other()
    {
        using var first = DestinationLock.Acquire(_folder.Path, "/site");
        first.Now();

        var busy = Assert.Throws<DestinationInUseException>(() => DestinationLock.Acquire(_folder.Path, "/site"));

        Assert.Contains("'/site'", busy.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", busy.Message, StringComparison.Ordinal);
        Assert.True(first.IsHonoured);
    }

    [Fact]
    public void A_run_that_ended_leaves_the_destination_to_the_next()
    {
        DestinationLock.Acquire(_folder.Path, "/site").Dispose();

        using var next = DestinationLock.Acquire(_folder.Path, "/site");

        Assert.True(next.IsHonoured);
    }

    [Fact]
    public void On_a_disk_that_is_read_only_now_nobody_is_said_to_write()
    {
        using var disk = new SmallDisk("size=64k");
        DestinationLock.Acquire(disk.Path, "/site").Dispose();
        Assert.True(SmallDisk.Remount(disk.Path, "ro"));

        var failure = Assert.ThrowsAny<IOException>(() => DestinationLock.Acquire(disk.Path, "/site"));

        Assert.IsNotType<DestinationInUseException>(failure);
    }

    [Fact]
    public void Its_clock_is_that_of_the_files_written_before_and_after()
    {
        using var taken = DestinationLock.Acquire(_folder.Path, "/site");

        var before = File.GetLastWriteTimeUtc(_folder.Write("before", "")).Ticks;
        var now = taken.Now();
        var after = File.GetLastWriteTimeUtc(_folder.Write("after", "")).Ticks;

        Assert.InRange(now, before, after);
    }
}
