namespace FastMd.Engine.Reports;

/// <summary>How useful a cache was.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="Hits">How often something was found in it.</param>
/// <param name="Misses">How often it was not.</param>
/// <param name="Entries">How many things it held at the end.</param>
public sealed record CacheStatistics(string Name, long Hits, long Misses, long Entries)
{
    /// <summary>Hits as a share of all looks, 0 to 1; 0 where nobody looked.</summary>
    public double HitRate => Hits + Misses > 0 ? (double)Hits / (Hits + Misses) : 0;
}
