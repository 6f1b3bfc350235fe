using FastMd.Cli.Diagnostics;

namespace FastMd.Tests.Unit.Cli.Diagnostics;

public class FileUriTests
{
    public static TheoryData<string, string> Folders => OperatingSystem.IsWindows()
        ? new() { { @"C:\", "file:///C:/" }, { @"C:\a b", "file:///C:/a%20b/" }, { @"\\server\share\a", "file://server/share/a/" } }
        : new() { { "/", "file:///" }, { "/a b", "file:///a%20b/" }, { "/a/", "file:///a/" } };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_ends_in_a_slash_wherever_it_is(string path, string uri) => Assert.Equal(uri, FileUri.Folder(path));
}
