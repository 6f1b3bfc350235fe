namespace FastMd.PowerShell.Results.Reports;

/// <summary>How useful a cache was.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="Hits">How often something was found in it.</param>
/// <param name="Misses">How often it was not.</param>
/// <param name="Entries">How many things it held at the end.</param>
/// <param name="HitRate">Hits as a share of all looks, 0 to 1.</param>
public sealed record FastMdCache(string Name, long Hits, long Misses, long Entries, double HitRate)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
