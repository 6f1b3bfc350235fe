using System.Globalization;

namespace FastMd.Cli;

/// <summary>
/// Whether standard input, output and error are what the caller handed over. Where the caller closed one, the runtime's own files take its
/// number: to read there would wait forever, and to write there would write into something else.
/// </summary>
internal static class InheritedHandles
{
    private const string Flags = "flags:";
    private const int CloseOnExec = 0x80000;

    /// <summary>Whether one is; true where the system does not tell.</summary>
    /// <param name="number">0 for input, 1 for output, 2 for error.</param>
    public static bool Include(int number)
        => !OperatingSystem.IsLinux() || Includes(() => File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fdinfo/{number}")));

    /// <summary>Whether one is, by what the system says of it.</summary>
    internal static bool Includes(Func<string> describe)
    {
        try
        {
            // What a program opens for itself, it does not hand on; what it was handed was handed on.
            return !IsOwn(describe());
        }
        catch (Exception closed) when (closed is FileNotFoundException or DirectoryNotFoundException)
        {
            return !Directory.Exists("/proc/self/fdinfo");
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            // A process that may open no more files is not told; it has something to say all the same.
            return true;
        }
    }

    /// <summary>Whether what the system says of a file says that its program opened it for itself.</summary>
    internal static bool IsOwn(string description)
        => description.Split('\n').FirstOrDefault(static line => line.StartsWith(Flags, StringComparison.Ordinal)) is { } line
            && (System.Convert.ToInt64(line[Flags.Length..].Trim(), 8) & CloseOnExec) != 0;
}
