using System.Formats.Tar;
using System.IO.Compression;
using FastMd.Engine.Jobs.Cluster;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Cluster;

public sealed class SourceArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_tree_is_unpacked_as_it_was_but_for_outputs_state_packages_and_the_content_of_images()
    {
        _folder.Write("tree/a.md", "# A");
        _folder.Write("tree/deep/er/b.mdx", "# B");
        _folder.Write("tree/deep/c.PNG", "pixels");
        _folder.Write("tree/site/a.html", "output");
        _folder.Write("tree/.fastmd/state", "state");
        _folder.Write("tree/.git/config", "git");
        _folder.Write("tree/node_modules/x/readme.md", "package");
        var target = Directory.CreateDirectory(_folder.At("unpacked")).FullName;

        SourceArchive.Write(_folder.At("archive"), _folder.At("tree"), _folder.At("tree", "site"));
        SourceArchive.Extract(_folder.At("archive"), target);

        Assert.Equal(
            ["a.md", "deep/c.PNG", "deep/er/b.mdx"],
            Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(target, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal("# B", _folder.Read("unpacked/deep/er/b.mdx"));
        Assert.Equal("", _folder.Read("unpacked/deep/c.PNG"));
    }

    [Fact]
    public void A_file_that_would_lie_outside_is_not_unpacked()
    {
        using (var compressed = new GZipStream(File.Create(_folder.At("archive")), CompressionLevel.Fastest))
        using (var tar = new TarWriter(compressed, TarEntryFormat.Pax))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "../evil.md") { DataStream = new MemoryStream([1]) });
        }

        Assert.ThrowsAny<IOException>(() => SourceArchive.Extract(_folder.At("archive"), Directory.CreateDirectory(_folder.At("unpacked")).FullName));
        Assert.False(_folder.Has("evil.md"));
    }
}
