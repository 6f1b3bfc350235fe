using System.Diagnostics;
using FastMd.Engine.Resources.Linux;
using FastMd.Engine.Resources.Mac;

namespace FastMd.Engine.Resources;

/// <summary>The most memory this process has had.</summary>
internal static class PeakMemory
{
    /// <summary>Bytes that were in memory at the worst moment; null where unknown. Never throws.</summary>
    public static long? ReadBytes()
    {
        if (OperatingSystem.IsLinux())
        {
            return ReadBytes(new SystemFiles("/"));
        }

        if (OperatingSystem.IsMacOS())
        {
            return LibSystem.PeakResidentBytes();
        }

        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 is > 0 and var bytes ? bytes : null;
    }

    internal static long? ReadBytes(SystemFiles files)
        => KeyedNumbers.Find(files.Text("/proc/self/status"), "VmHWM") * SystemFiles.KiloByte;
}
