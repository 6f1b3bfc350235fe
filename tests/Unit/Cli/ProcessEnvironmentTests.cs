using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

public class ProcessEnvironmentTests
{
    [Theory]
    [InlineData("/gone")]
    [InlineData(null)]
    [InlineData("no absolute path")]
    public void A_working_directory_that_was_removed_is_called_by_the_shells_name_or_is_the_root(string? name)
    {
        var place = ProcessEnvironment.WorkingDirectoryOf(static () => throw new DirectoryNotFoundException(), _ => name);

        Assert.True(Path.IsPathRooted(place));
        Assert.Equal(name == "/gone" ? name : Path.GetPathRoot(AppContext.BaseDirectory), place);
    }
}
