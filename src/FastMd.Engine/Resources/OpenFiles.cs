using System.Diagnostics;
using FastMd.Engine.Resources.Linux;

namespace FastMd.Engine.Resources;

/// <summary>File descriptors of this process; on Windows its handles. Never throws.</summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";
    private const string LimitName = "Max open files";

    /// <summary>How many are open; null where unknown.</summary>
    public static int? Count()
    {
        if (OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            return process.HandleCount;
        }

        // Counting opens the folder itself.
        return new SystemFiles("/").Entries(OperatingSystem.IsLinux() ? "/proc/self/fd" : "/dev/fd") - 1;
    }

    /// <summary>How many may be; null where unknown, or where nothing limits them.</summary>
    public static int? Limit() => OperatingSystem.IsLinux() ? Limit(new SystemFiles("/")) : null;

    /// <summary><c>Max open files            1024                 524288               files</c>: the first number is the limit in force.</summary>
    internal static int? Limit(SystemFiles files)
    {
        foreach (var line in (files.Text(Limits) ?? "").AsSpan().EnumerateLines())
        {
            if (line.StartsWith(LimitName, StringComparison.Ordinal))
            {
                var fields = line[LimitName.Length..].TrimStart();
                return Fields.Number(Fields.Take(ref fields, ' ')) is > 0 and <= int.MaxValue and var limit ? (int)limit : null;
            }
        }

        return null;
    }
}
