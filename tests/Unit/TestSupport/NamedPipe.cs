using System.Diagnostics;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>A pipe with a name in the file system: whoever opens it waits for somebody at the other end.</summary>
internal static class NamedPipe
{
    public static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var mkfifo = Process.Start("mkfifo", [path]);
        mkfifo.WaitForExit();
        Assert.Equal(0, mkfifo.ExitCode);
    }
}
