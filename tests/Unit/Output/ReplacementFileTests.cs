using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output;

public sealed class ReplacementFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_committed_takes_the_place_of_what_was_there()
    {
        _folder.Write("a.txt", "old");
        using (var file = new ReplacementFile(_folder.At("a.txt")))
        {
            file.Content.Write("new"u8);
            Assert.Equal("old", _folder.Read("a.txt"));
            file.Commit();
            Assert.Equal("new", _folder.Read("a.txt"));
        }

        Assert.Equal(["a.txt"], _folder.Files());
    }

    [Fact]
    public void What_is_not_committed_leaves_nothing_behind()
    {
        _folder.Write("a.txt", "old");
        using (var file = new ReplacementFile(_folder.At("a.txt")))
        {
            file.Content.Write("new"u8);
        }

        Assert.Equal(["a.txt"], _folder.Files());
        Assert.Equal("old", _folder.Read("a.txt"));
    }

    [Fact]
    public void A_folder_that_is_missing_is_made()
    {
        using var file = new ReplacementFile(_folder.At("deep", "er", "a.txt"));

        file.Commit();

        Assert.Equal(["deep/er/a.txt"], _folder.Files());
    }

    [Fact]
    public void A_link_keeps_its_place_and_what_it_leads_to_is_replaced()
    {
        _folder.Write("real/a.txt", "old");
        File.CreateSymbolicLink(_folder.At("a.txt"), Path.Combine("real", "a.txt"));
        using (var file = new ReplacementFile(_folder.At("a.txt")))
        {
            file.Content.Write("new"u8);
            file.Commit();
        }

        Assert.NotNull(new FileInfo(_folder.At("a.txt")).LinkTarget);
        Assert.Equal("new", _folder.Read("real/a.txt"));
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a pipe without opening it.");
        NamedPipe.Create(_folder.At("pipe"));
        var read = Task.Run(() => File.ReadAllText(_folder.At("pipe")), TestContext.Current.CancellationToken);
        using (var file = new ReplacementFile(_folder.At("pipe")))
        {
            file.Content.Write("new"u8);
            file.Commit();
        }

        Assert.Equal("new", await read);
        Assert.Equal(EntryKind.Special, LinuxFileStatus.KindOf(_folder.At("pipe"), follow: false));
    }

    [Fact]
    public void A_device_that_takes_nothing_says_so_and_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has this device.");
        File.CreateSymbolicLink(_folder.At("full"), "/dev/full");
        using var file = new ReplacementFile(_folder.At("full"));
        file.Content.Write("new"u8);

        Assert.Throws<IOException>(file.Commit);
        Assert.Equal(EntryKind.Special, LinuxFileStatus.KindOf("/dev/full", follow: false));
        Assert.NotNull(new FileInfo(_folder.At("full")).LinkTarget);
    }

    [Fact]
    public void A_folder_of_that_name_is_refused()
        => Assert.Throws<UnauthorizedAccessException>(() => new ReplacementFile(_folder.Path));
}
