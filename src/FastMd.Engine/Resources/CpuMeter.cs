namespace FastMd.Engine.Resources;

/// <summary>Reads a clock again and again; each reading tells of the time since the one before.</summary>
internal sealed class CpuMeter(ICpuClock clock)
{
    private CpuTicks? _last;

    public CpuShares Read()
    {
        var now = clock.Read();
        var shares = CpuShares.Between(_last, now);
        _last = now;
        return shares;
    }
}

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

/// <summary>Processor time counted since some moment, in a unit of the clock's own. Only differences mean anything.</summary>
/// <param name="Busy">Time spent.</param>
/// <param name="Total">Time there was to spend.</param>
/// <param name="IoWait">Time idle with I/O outstanding; null where the platform does not say.</param>
internal readonly record struct CpuTicks(long Busy, long Total, long? IoWait = null);

/// <summary>Counts processor time.</summary>
internal interface ICpuClock
{
    /// <summary>The counters now; null where they cannot be read.</summary>
    CpuTicks? Read();
}
