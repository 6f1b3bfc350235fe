using FastMd.Engine.Documents;

namespace FastMd.Engine.Reports;

/// <summary>The documents of one size class.</summary>
/// <param name="Tier">The class.</param>
/// <param name="Documents">How many.</param>
/// <param name="InputBytes">Bytes read of those that were converted.</param>
/// <param name="Time">Time of their last tries, summed over the workers.</param>
/// <param name="P95">95 of 100 of them took no longer.</param>
public sealed record TierSummary(SizeTier Tier, long Documents, long InputBytes, TimeSpan Time, TimeSpan P95);
