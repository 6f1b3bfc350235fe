using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output;

public class DiskTests
{
    [Fact]
    public void A_full_disk_is_named_and_nothing_half_written_stays()
    {
        using var disk = new SmallDisk("size=64k");
        var output = Path.Combine(disk.Path, "a.html");
        File.WriteAllText(output, "old");

        var failure = Assert.Throws<DocumentException>(() => Write(disk, new byte[256 * 1024]));

        Assert.Equal(DiagnosticCodes.DiskFull, failure.Diagnostic.Code);
        Assert.False(failure.IsTransient);
        Assert.Equal([output], Directory.GetFiles(disk.Path));
        Assert.Equal("old", File.ReadAllText(output));
    }

    [Fact]
    public void A_disk_without_room_for_another_name_is_full_too()
    {
        using var disk = new SmallDisk("nr_inodes=1");

        var failure = Assert.Throws<DocumentException>(() => Write(disk, [1]));

        Assert.Equal(DiagnosticCodes.DiskFull, failure.Diagnostic.Code);
        Assert.Empty(Directory.GetFiles(disk.Path));
    }

    [Fact]
    public void A_read_only_disk_is_an_error_that_no_second_try_mends()
    {
        using var disk = new SmallDisk("size=64k");
        var output = Path.Combine(disk.Path, "a.html");
        File.WriteAllText(output, "old");
        Assert.SkipUnless(SmallDisk.Remount(disk.Path, "ro"), "The file system cannot be made read-only.");

        var failure = Assert.Throws<DocumentException>(() => Write(disk, [1]));

        Assert.Equal(DiagnosticCodes.OutputUnwritable, failure.Diagnostic.Code);
        Assert.False(failure.IsTransient);
        Assert.Equal("old", File.ReadAllText(output));
    }

    private static void Write(SmallDisk disk, byte[] content)
        => new OutputTree(disk.Path, false).Write(Path.Combine(disk.Path, "a.html"), content, () => true);
}
