using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Documents;

public sealed class FileStampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_the_same_by_path_and_by_handle()
    {
        var path = _folder.Write("a.md", "text");
        using var handle = File.OpenHandle(path);

        var stamp = FileStamp.Of(path);

        Assert.Equal(4, stamp!.Length);
        Assert.Equal(File.GetLastWriteTimeUtc(path).Ticks, stamp.Modified);
        Assert.Equal(stamp, FileStamp.Of(handle));
    }

    [Fact]
    public void It_is_that_of_the_file_a_link_leads_to()
    {
        var path = _folder.Write("a.md", "text");
        var link = _folder.At("link.md");
        File.CreateSymbolicLink(link, path);

        Assert.Equal(FileStamp.Of(path), FileStamp.Of(link));
    }

    [Fact]
    public void What_is_no_file_has_none()
    {
        Directory.CreateDirectory(_folder.At("folder"));
        var file = _folder.Write("a.md", "text");

        Assert.Null(FileStamp.Of(_folder.At("missing.md")));
        Assert.Null(FileStamp.Of(_folder.At("folder")));
        Assert.Null(FileStamp.Of(Path.Combine(file, "below.md")));
    }

    [Fact]
    public void A_file_put_in_the_place_of_another_is_told_from_it_though_length_and_time_are_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells when a file was renamed.");
        var first = _folder.Write("first.md", "one");
        var second = _folder.Write("second.md", "two");
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(first, time);
        File.SetLastWriteTimeUtc(second, time);
        var before = FileStamp.Of(first);

        // The clock of a file system ticks every few milliseconds.
        for (var i = 0; i < 10_000 && FileStamp.Of(first)!.Changed == before!.Changed; i++)
        {
            File.Move(second, first, overwrite: true);
            File.Copy(first, second);
            File.SetLastWriteTimeUtc(second, time);
        }

        Assert.NotEqual(before!.Changed, FileStamp.Of(first)!.Changed);
        Assert.Equal(before.Length, FileStamp.Of(first)!.Length);
        Assert.Equal(before.Modified, FileStamp.Of(first)!.Modified);
    }
}
