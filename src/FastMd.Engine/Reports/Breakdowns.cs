using FastMd.Engine.Documents;

namespace FastMd.Engine.Reports;

/// <summary>The documents of one size class.</summary>
/// <param name="Tier">The class.</param>
/// <param name="Documents">How many.</param>
/// <param name="InputBytes">Bytes read of those that were converted.</param>
/// <param name="Time">Time of their last attempts, summed over the workers.</param>
/// <param name="P95">95 of 100 of them took no longer.</param>
public sealed record TierSummary(SizeTier Tier, long Documents, long InputBytes, TimeSpan Time, TimeSpan P95);

/// <summary>The documents of one file format.</summary>
/// <param name="Extension">The extension in lower case, such as <c>.md</c>; empty for none, <c>other</c> where there are too many or strange ones.</param>
/// <param name="Documents">How many.</param>
/// <param name="Failed">How many of them failed or were abandoned.</param>
public sealed record FormatSummary(string Extension, long Documents, long Failed)
{
    /// <summary>Failed ones as a share of the format's documents, 0 to 1.</summary>
    public double FailureRate => Documents > 0 ? (double)Failed / Documents : 0;
}

/// <summary>How often one diagnostic came.</summary>
/// <param name="Code">Its code, such as <c>FM1001</c>.</param>
/// <param name="Severity">How bad it is; where it came as both, an error.</param>
/// <param name="Count">How often it came, over all documents.</param>
/// <param name="Documents">How many documents have it.</param>
/// <param name="Rate">Those as a share of all documents, 0 to 1.</param>
public sealed record DiagnosticCount(string Code, DiagnosticSeverity Severity, long Count, long Documents, double Rate);

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
