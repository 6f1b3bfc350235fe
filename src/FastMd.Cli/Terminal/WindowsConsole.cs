using System.Runtime.InteropServices;

namespace FastMd.Cli.Terminal;

/// <summary>The console of Windows, which takes escape sequences only where it is asked to.</summary>
internal static partial class WindowsConsole
{
    private const int StandardError = -12;
    private const uint TakesEscapes = 0x0004;

    /// <summary>Has the console that standard error goes to take escape sequences.</summary>
    /// <returns>Whether it does.</returns>
    public static bool TakeEscapes()
    {
        var console = GetStdHandle(StandardError);
        return GetConsoleMode(console, out var mode) && ((mode & TakesEscapes) != 0 || SetConsoleMode(console, mode | TakesEscapes));
    }

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetStdHandle(int handle);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(nint console, out uint mode);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(nint console, uint mode);
}
