using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public sealed class CommonFolderTests
{
    [Theory]
    [InlineData("/a/b", "/a/b/x.md")]
    [InlineData("/a/b", "/a/b/x.md", "/a/b/c/y.md")]
    [InlineData("/a", "/a/b/x.md", "/a/bc/y.md")]
    [InlineData("/", "/a/x.md", "/b/y.md")]
    public void The_nearest_folder_above_all_files_is_found(string expected, params string[] files)
        => Assert.Equal(Native(expected), CommonFolder.Of(files.Select(Native)));

    [Fact]
    public void Without_files_there_is_none()
        => Assert.Null(CommonFolder.Of([]));

    private static string Native(string path) => OperatingSystem.IsWindows() ? "C:" + path.Replace('/', '\\') : path;
}
