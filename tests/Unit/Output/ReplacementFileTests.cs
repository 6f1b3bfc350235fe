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
    public void A_folder_of_that_name_is_refused()
        => Assert.Throws<UnauthorizedAccessException>(() => new ReplacementFile(_folder.Path));
}
