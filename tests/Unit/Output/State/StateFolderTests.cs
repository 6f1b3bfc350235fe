using System.Diagnostics;
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

    [Theory]
    [InlineData("state")]
    [InlineData("lock")]
    [InlineData("owner")]
    public void A_pipe_in_place_of_a_file_is_refused_at_once_by_who_writes_and_by_who_reads(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a pipe without opening it.");
        NamedPipe.Create(_folder.At("site", ".fastmd", name));

        Assert.Throws<IOException>(Open);
        Assert.Throws<IOException>(() => BuildState.Peek(_folder.At("site"), default!, (_, _) => default));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("lock")]
    [InlineData("owner")]
    public void Another_name_of_a_file_is_refused_and_the_file_stays(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells how many names a file has.");
        _folder.Write("precious", "precious");
        Directory.CreateDirectory(_folder.At("site", ".fastmd"));
        using (var link = Process.Start("ln", [_folder.At("precious"), _folder.At("site", ".fastmd", name)]))
        {
            link.WaitForExit();
        }

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
