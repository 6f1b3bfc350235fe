using System.Globalization;
using System.Runtime.InteropServices;

namespace FastMd.Cli;

/// <summary>The signals that whoever started this process wants ignored.</summary>
internal static class IgnoredSignals
{
    private const string Status = "/proc/self/status";
    private const string Prefix = "SigIgn:";

    /// <summary>Whether a signal is one of them; only Linux tells.</summary>
    public static bool Include(PosixSignal signal)
    {
        // Nothing but the end of the terminal is ignored by custom.
        if (signal != PosixSignal.SIGHUP || !OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            var line = File.ReadLines(Status).FirstOrDefault(static line => line.StartsWith(Prefix, StringComparison.Ordinal));
            return line is not null
                && ulong.TryParse(line.AsSpan(Prefix.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var mask)
                && (mask & 1) != 0;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
