namespace FastMd.Engine.Telemetry;

/// <summary>Counts how useful a cache is, here and in the meter. Thread-safe.</summary>
/// <param name="name">What it holds, in words joined by underscores.</param>
internal sealed class CacheCounter(string name)
{
    private long _hits;
    private long _misses;

    /// <summary>What it holds.</summary>
    public string Name => name;

    /// <summary>How often something was found in it.</summary>
    public long Hits => Volatile.Read(ref _hits);

    /// <summary>How often it was not.</summary>
    public long Misses => Volatile.Read(ref _misses);

    /// <summary>Something was looked for.</summary>
    public void Count(bool isHit)
    {
        if (isHit)
        {
            Interlocked.Increment(ref _hits);
            FastMdMeter.CacheHit(name);
        }
        else
        {
            Interlocked.Increment(ref _misses);
            FastMdMeter.CacheMiss(name);
        }
    }
}
