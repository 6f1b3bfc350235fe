using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public sealed class ReservedFoldersTests
{
    [Theory]
    [InlineData(".fastmd")]
    [InlineData(".FastMD")]
    [InlineData(".fastmd.")]
    [InlineData(".fastmd . ")]
    [InlineData("fastmd~1")]
    [InlineData("FASTMD~12")]
    [InlineData(".fast\u200cmd")]
    [InlineData("deep/.fastmd/state")]
    [InlineData(".git/config")]
    [InlineData("GIT~1/config")]
    public void One_is_known_by_any_spelling_that_some_file_system_takes(string path)
        => Assert.True(ReservedFolders.Contains(path.Replace('/', Path.DirectorySeparatorChar)));

    [Theory]
    [InlineData("fastmd")]
    [InlineData("fastmd~")]
    [InlineData("fastmd~a")]
    [InlineData(".fastmd-notes")]
    [InlineData(".github/a.md")]
    [InlineData("a.fastmd")]
    [InlineData("~1")]
    public void Others_are_not(string path) => Assert.False(ReservedFolders.Contains(path.Replace('/', Path.DirectorySeparatorChar)));
}
