using System.Runtime.Versioning;
using FastMd.Engine.Workers.Launching;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Workers.Launching;

[UnsupportedOSPlatform("windows")]
public sealed class ExecutableFileTests : IDisposable
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Plain = ReadOnly | UnixFileMode.UserWrite;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public ExecutableFileTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There files have no such bit.");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Plain)]
    [InlineData(ReadOnly)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    public void A_file_that_cannot_be_executed_is_made_to_be_and_keeps_its_other_bits(UnixFileMode mode)
    {
        var program = Program(_folder.Write("fastmd", "program"), mode);

        Assert.Equal(program, ExecutableFile.Usable(program, Caches));

        Assert.Equal(mode | Execute, File.GetUnixFileMode(program));
        Assert.Equal(["fastmd"], _folder.Files());
    }

    [Fact]
    public void A_file_that_can_be_executed_is_left_as_it_is()
    {
        var program = Program(_folder.Write("fastmd", "program"), Private);

        Assert.Equal(program, ExecutableFile.Usable(program, Caches));

        Assert.Equal(Private, File.GetUnixFileMode(program));
        Assert.Equal(["fastmd"], _folder.Files());
    }

    [Fact]
    public void Of_a_file_that_stays_as_it_is_a_copy_for_this_user_alone_is_used()
    {
        using var disk = DiskWith("program");

        var copy = ExecutableFile.Usable(Path.Combine(disk.Path, "fastmd"), Caches);

        Assert.NotNull(copy);
        Assert.StartsWith(Caches + Path.DirectorySeparatorChar, copy, StringComparison.Ordinal);
        Assert.Equal("fastmd", Path.GetFileName(copy));
        Assert.Equal("program", File.ReadAllText(copy));
        Assert.Equal(Private, File.GetUnixFileMode(copy));
        Assert.Equal(Private, File.GetUnixFileMode(Path.GetDirectoryName(copy)!));
        Assert.Single(_folder.Files());
    }

    [Fact]
    public void A_copy_is_used_again()
    {
        using var disk = DiskWith("program");
        var program = Path.Combine(disk.Path, "fastmd");
        var copy = ExecutableFile.Usable(program, Caches)!;
        File.SetLastWriteTimeUtc(copy, DateTime.UnixEpoch);

        Assert.Equal(copy, ExecutableFile.Usable(program, Caches));

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(copy));
        Assert.Single(_folder.Files());
    }

    [Fact]
    public void Another_version_has_a_copy_of_its_own()
    {
        using var disk = DiskWith("program");
        using var other = DiskWith("program of another version");

        var copies = new[] { disk, other }.Select(one => ExecutableFile.Usable(Path.Combine(one.Path, "fastmd"), Caches)!).ToList();

        Assert.NotEqual(copies[0], copies[1]);
        Assert.Equal(["program", "program of another version"], copies.Select(File.ReadAllText));
    }

    [Fact]
    public void Where_there_can_be_no_copy_either_there_is_none()
    {
        using var disk = DiskWith("program");

        Assert.Null(ExecutableFile.Usable(Path.Combine(disk.Path, "fastmd"), Path.Combine(disk.Path, "caches")));
        Assert.Null(ExecutableFile.Usable(Path.Combine(disk.Path, "fastmd"), _folder.Write("file", "")));
    }

    private string Caches => _folder.At("caches");

    /// <summary>A file system that is read only, even for root, with a program that lacks its bit.</summary>
    private static SmallDisk DiskWith(string content)
    {
        var disk = new SmallDisk("size=64k");
        var program = Path.Combine(disk.Path, "fastmd");
        File.WriteAllText(program, content);
        Program(program, Plain);
        Assert.True(SmallDisk.Remount(disk.Path, "ro"));
        return disk;
    }

    private static string Program(string path, UnixFileMode mode)
    {
        File.SetUnixFileMode(path, mode);
        return path;
    }
}
