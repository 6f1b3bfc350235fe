using FastMd.Engine.Jobs.Sharing;
using FastMd.Engine.Resources.Linux;

namespace FastMd.Tests.Unit.Jobs.Sharing;

public class SharableFolderTests
{
    [Theory]
    [InlineData("nfs4")]
    [InlineData("nfs")]
    [InlineData("cifs")]
    [InlineData("9p")]
    [InlineData("fuse")]
    [InlineData("fuse.sshfs")]
    [InlineData("virtiofs")]
    [InlineData("drvfs")]
    public void A_file_system_whose_locks_do_not_hold_between_machines_is_refused_with_advice(string type)
    {
        var problem = SharableFolder.ProblemWith("/mnt/share/out", [Mounted("", "ext4"), Mounted("/mnt/share", type)]);

        Assert.Contains(type, problem, StringComparison.Ordinal);
        Assert.Contains("--shard", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_mount_counts_and_of_several_at_one_place_the_last()
    {
        Assert.Null(SharableFolder.ProblemWith("/mnt/share/local/out", [Mounted("", "ext4"), Mounted("/mnt/share", "nfs4"), Mounted("/mnt/share/local", "xfs")]));
        Assert.Null(SharableFolder.ProblemWith("/mnt/shared", [Mounted("", "ext4"), Mounted("/mnt/share", "nfs4")]));
        Assert.NotNull(SharableFolder.ProblemWith("/mnt/share", [Mounted("/mnt/share", "tmpfs"), Mounted("/mnt/share", "9p")]));
    }

    private static Mount Mounted(string point, string type) => new("/", point, type, []);
}
