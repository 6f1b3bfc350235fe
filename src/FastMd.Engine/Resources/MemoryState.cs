namespace FastMd.Engine.Resources;

/// <summary>How memory is used, on a machine or within a limit. Null is unknown.</summary>
/// <param name="Used">Share in use that cannot be had back at once, from 0 to 1.</param>
/// <param name="FreeBytes">Bytes that are free or can be had back at once.</param>
/// <param name="Stall">Share of the last ten seconds in which some task waited for memory.</param>
internal readonly record struct MemoryState(double? Used, long? FreeBytes, double? Stall = null)
{
    /// <summary>The state where some bytes are free of so many.</summary>
    public static MemoryState Of(long? free, long? total)
        => free is { } bytes && total > 0 ? new(Math.Clamp(1 - ((double)bytes / total.Value), 0, 1), Math.Max(bytes, 0)) : default;

    /// <summary>The less memory of two: more of it used, less of it free.</summary>
    public MemoryState Tighter(MemoryState other) => new(
        Used is { } used && other.Used is { } otherUsed ? Math.Max(used, otherUsed) : Used ?? other.Used,
        FreeBytes is { } free && other.FreeBytes is { } otherFree ? Math.Min(free, otherFree) : FreeBytes ?? other.FreeBytes,
        Stall ?? other.Stall);
}

/// <summary>Memory as the runtime sees it, for where the platform cannot be asked.</summary>
internal static class RuntimeMemory
{
    public static long TotalBytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
}
