namespace FastMd.Engine.Reports;

/// <summary>How a duration spreads over documents. Percentiles are within 2 % of the exact ones.</summary>
/// <param name="Documents">How many documents it is about; without any, all durations are zero.</param>
/// <param name="P50">Half of them took no longer.</param>
/// <param name="P95">95 of 100 took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
/// <param name="Maximum">The longest, exact.</param>
/// <param name="Buckets">Documents by duration, shortest first; empty buckets are left out.</param>
public sealed record Distribution(
    long Documents,
    TimeSpan P50,
    TimeSpan P95,
    TimeSpan P99,
    TimeSpan Maximum,
    IReadOnlyList<DistributionBucket> Buckets);

/// <summary>Documents whose duration lies between two bounds; the upper is 1.19 times the lower.</summary>
/// <param name="From">Lower bound, included.</param>
/// <param name="To">Upper bound, not included.</param>
/// <param name="Documents">How many.</param>
public sealed record DistributionBucket(TimeSpan From, TimeSpan To, long Documents);
