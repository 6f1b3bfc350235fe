namespace FastMd.Engine.Resources;

/// <summary>What became of processor time between two readings. Shares from 0 to 1; null is unknown.</summary>
/// <param name="Busy">Share spent.</param>
/// <param name="IoWait">Share idle with I/O outstanding.</param>
internal readonly record struct CpuShares(double? Busy, double? IoWait)
{
    public static CpuShares Between(CpuTicks? earlier, CpuTicks? later)
    {
        if (earlier is not { } from || later is not { } to)
        {
            return default;
        }

        var total = to.Total - from.Total;
        return new(Share(to.Busy - from.Busy, total), Share(to.IoWait - from.IoWait, total));
    }

    // Counters go backwards when they overflow or a processor is taken away; then nothing is known of the time between.
    private static double? Share(long? part, long total)
        => part >= 0 && total > 0 ? Math.Min((double)part.Value / total, 1) : null;
}
