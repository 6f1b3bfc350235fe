using FastMd.Engine.Steps.Commands;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Steps;

public sealed class CommandFileTests : IDisposable
{
    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_name_is_looked_for_in_the_folders_of_PATH_in_their_order()
    {
        Runnable("two/tool");
        Runnable("three/tool");

        Assert.Equal((_folder.At("two", "tool" + Extension), null), Find("tool", _folder.At("one"), _folder.At("two"), _folder.At("three")));
    }

    [Fact]
    public void A_path_is_seen_from_the_working_directory_and_not_from_PATH()
    {
        Runnable("bin/tool");

        Assert.Equal((_folder.At("bin", "tool" + Extension), null), Find($"bin{Path.DirectorySeparatorChar}tool"));
        Assert.Equal((_folder.At("bin", "tool" + Extension), null), Find(_folder.At("bin", "tool")));
    }

    [Fact]
    public void A_name_is_not_looked_for_in_the_working_directory()
    {
        Runnable("tool");

        Assert.Contains("'tool' is not there", Find("tool").Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("bin/missing")]
    [InlineData("")]
    [InlineData(".")]
    public void What_is_not_there_is_refused(string command)
        => Assert.Contains("is not there", Find(command, _folder.Path).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_executable_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows the extension says what is executable.");
        _folder.Write("bin/notes", "text");

        Assert.Equal("'notes' is not executable.", Find("notes", _folder.At("bin")).Refusal);
    }

    [Fact]
    public void A_batch_file_is_refused_because_it_takes_a_shell()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Batch files are of Windows.");
        _folder.Write("bin/tool.cmd", "@echo off");

        Assert.Contains("cmd /c tool", Find("tool", _folder.At("bin")).Refusal, StringComparison.Ordinal);
        Assert.Contains("cmd /c tool.cmd", Find("tool.cmd", _folder.At("bin")).Refusal, StringComparison.Ordinal);
    }

    private (string? Path, string? Refusal) Find(string command, params string[] folders)
    {
        var isFound = CommandFile.TryFind(
            command, _folder.Path, name => name == "PATH" ? string.Join(Path.PathSeparator, folders) : null, out var path, out var refusal);
        Assert.Equal(isFound, path is not null);
        return (path, refusal);
    }

    private void Runnable(string relative)
    {
        var path = _folder.Write(relative + Extension, "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
