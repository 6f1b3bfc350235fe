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
