using System.Runtime.InteropServices;

namespace FastMd.Faults.Trees;

/// <summary>Named pipes: to open one waits for somebody at its other end.</summary>
internal static class Pipes
{
    private const int ModeOfFile = 0x1B6;

    public static void Make(string path) => _ = MakePipe(path, ModeOfFile);

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int mode);
}
