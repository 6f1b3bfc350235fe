using FastMd.Engine.Output;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output;

public sealed class TemporaryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_dead_run_left_behind_goes_with_the_next_write_into_its_folder()
    {
        _folder.Write("site/.fastmd-000000000000-1.tmp", "half");
        _folder.Write("site/deep/.fastmd-000000000000-2.tmp", "half");

        WriteOutput();

        Assert.Equal(["site/a.html", "site/deep/.fastmd-000000000000-2.tmp"], _folder.Files());
    }

    [Fact]
    public void What_another_run_still_writes_stays()
    {
        var path = _folder.Write("site/.fastmd-000000000000-1.tmp", "half");

        // The way a writer holds it.
        using (File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Delete))
        {
            WriteOutput();
        }

        Assert.True(File.Exists(path));
    }

    [Fact]
    public void What_this_run_writes_stays()
    {
        _folder.Write("site/" + TemporaryFile.NewName(), "half");

        TemporaryFile.SweepDead(_folder.At("site"));

        Assert.Single(_folder.Files());
    }

    [Fact]
    public void Other_peoples_files_stay()
    {
        string[] files = [".fastmd-my-notes.tmp", ".fastmd-0123456789ab-.tmp", ".fastmd-0123456789ab.tmp", ".fastmd-0123456789AB-1.tmp", ".fastmd-notes.txt", "fastmd-1.tmp"];
        foreach (var file in files)
        {
            _folder.Write("site/" + file, "x");
        }

        WriteOutput();

        Assert.Equal([.. files.Append("a.html").Select(file => "site/" + file).Order(StringComparer.Ordinal)], _folder.Files());
    }

    [Fact]
    public void No_two_names_are_the_same()
        => Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => TemporaryFile.NewName()).Distinct().Count());

    private void WriteOutput()
        => new OutputTree(_folder.At("site"), false).Write(_folder.At("site", "a.html"), "new"u8, () => true);
}
