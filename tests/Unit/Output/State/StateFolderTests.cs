using FastMd.Engine.Output.State;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output.State;

public sealed class StateFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("state")]
    [InlineData("lock")]
    [InlineData("owner")]
    public void A_link_in_place_of_a_file_is_refused_and_what_it_leads_to_stays(string name)
    {
        _folder.Write("precious", "precious");
        Directory.CreateDirectory(_folder.At("site", ".fastmd"));
        File.CreateSymbolicLink(_folder.At("site", ".fastmd", name), _folder.At("precious"));

        Assert.Throws<IOException>(Open);
        Assert.Equal("precious", _folder.Read("precious"));
    }

    [Fact]
    public void A_link_in_place_of_the_folder_is_refused()
    {
        Directory.CreateDirectory(_folder.At("site"));
        Directory.CreateDirectory(_folder.At("elsewhere"));
        Directory.CreateSymbolicLink(_folder.At("site", ".fastmd"), _folder.At("elsewhere"));

        Assert.Throws<IOException>(Open);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.At("elsewhere")));
    }

    private void Open() => BuildState.Open(_folder.At("site"), default!, (_, _) => default).Dispose();
}
