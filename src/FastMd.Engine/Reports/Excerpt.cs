namespace FastMd.Engine.Reports;

/// <summary>Some of many.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Items">Those that were kept.</param>
public sealed record Excerpt<T>(long Count, IReadOnlyList<T> Items)
{
    /// <summary>How many were not kept.</summary>
    public long LeftOut => Count - Items.Count;
}
