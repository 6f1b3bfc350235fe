using FastMd.Engine.Health;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Health;

public sealed class TrialFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_an_ordinary_disk_can_be_written_and_honours_locks()
    {
        var trial = new ProbeFolder(_folder.Path);

        Assert.Null(trial.WriteFailure);
        Assert.True(trial.HonoursLocks());
        Assert.True(trial.FreeBytes() > 0);
    }

    [Fact]
    public void Case_is_told_apart_as_the_disk_does()
    {
        File.WriteAllText(_folder.At("a"), "");
        var expected = !File.Exists(_folder.At("A"));
        File.Delete(_folder.At("a"));

        Assert.Equal(expected, new ProbeFolder(_folder.Path).DistinguishesCase());
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        var trial = new ProbeFolder(_folder.Path);
        _ = trial.WriteFailure;
        trial.HonoursLocks();
        trial.DistinguishesCase();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_is_gone_fails_with_the_reason_and_throws_nothing()
    {
        var trial = new ProbeFolder(_folder.At("gone"));

        Assert.Contains(_folder.At("gone"), trial.WriteFailure, StringComparison.Ordinal);
        Assert.False(trial.HonoursLocks());
        trial.DistinguishesCase();
        trial.FreeBytes();
    }

    [Fact]
    public void A_full_disk_cannot_be_written()
    {
        using var disk = new SmallDisk("nr_inodes=1");

        Assert.NotNull(new ProbeFolder(disk.Path).WriteFailure);
    }
}
