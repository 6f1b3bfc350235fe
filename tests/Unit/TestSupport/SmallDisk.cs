using System.Diagnostics;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>A file system of the test's own. The test is skipped, and says so, where none can be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _mountPoint = new();

    /// <summary>Mounts one.</summary>
    /// <param name="options">What it is to be, such as <c>size=64k</c>.</param>
    public SmallDisk(string options)
    {
        if (!OperatingSystem.IsLinux() || !Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Path))
        {
            _mountPoint.Dispose();
            Assert.Skip("A small file system can be mounted only on Linux, by root.");
        }
    }

    public string Path => _mountPoint.Path;

    public static bool Remount(string path, string options) => Run("mount", "-o", "remount," + options, path);

    public void Dispose()
    {
        Run("umount", Path);
        _mountPoint.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            process!.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
