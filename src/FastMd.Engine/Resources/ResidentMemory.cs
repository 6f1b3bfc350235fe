using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FastMd.Engine.Resources.Linux;

namespace FastMd.Engine.Resources;

/// <summary>The memory that another process has now.</summary>
internal static class ResidentMemory
{
    /// <summary>Bytes that are in memory; null where unknown, or where the process has ended. Never throws, and any number of threads may ask at once.</summary>
    /// <param name="process">Number of the process.</param>
    public static long? ReadBytes(int process)
    {
        // What .NET reads on Linux for it tells of every thread, too, and takes twenty times as long.
        if (OperatingSystem.IsLinux())
        {
            return ReadBytes(new SystemFiles("/"), process);
        }

        try
        {
            // One object must not be refreshed by several threads.
            using var found = Process.GetProcessById(process);
            return found.WorkingSet64;
        }
        catch (Exception ended) when (ended is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return null;
        }
    }

    internal static long? ReadBytes(SystemFiles files, int process)
        => KeyedNumbers.Find(files.Text(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")), "VmRSS") * SystemFiles.KiloByte;
}
