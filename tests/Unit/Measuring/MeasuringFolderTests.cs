using FastMd.Engine.Measuring;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Measuring;

public class MeasuringFolderTests
{
    [Fact]
    public void A_temporary_folder_goes_with_all_that_is_in_it()
    {
        var folder = new MeasuringFolder(null);
        File.WriteAllText(Path.Combine(folder.Path, "a.html"), "x");

        folder.Dispose();

        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public void A_temporary_folder_that_is_gone_already_is_no_error()
    {
        var folder = new MeasuringFolder(null);
        Directory.Delete(folder.Path);

        Assert.Null(Record.Exception(folder.Dispose));
    }

    [Fact]
    public void A_folder_that_was_given_stays()
    {
        using var given = new TemporaryFolder();

        new MeasuringFolder(given.Path).Dispose();

        Assert.True(Directory.Exists(given.Path));
    }
}
