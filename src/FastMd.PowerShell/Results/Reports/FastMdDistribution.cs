using System.Globalization;

namespace FastMd.PowerShell.Results.Reports;

/// <summary>How a duration spreads over documents. Percentiles are within 2 % of the exact ones.</summary>
/// <param name="Documents">How many documents it is about.</param>
/// <param name="P50">Half of them took no longer.</param>
/// <param name="P95">95 of 100 took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
/// <param name="Maximum">The longest.</param>
public sealed record FastMdDistribution(long Documents, TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan Maximum)
{
    /// <summary>The percentiles in milliseconds.</summary>
    public override string ToString() => string.Create(
        CultureInfo.CurrentCulture,
        $"p50 {P50.TotalMilliseconds:N1} ms, p95 {P95.TotalMilliseconds:N1} ms, p99 {P99.TotalMilliseconds:N1} ms, max {Maximum.TotalMilliseconds:N1} ms");
}
