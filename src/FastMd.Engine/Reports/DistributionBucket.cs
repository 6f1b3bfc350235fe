namespace FastMd.Engine.Reports;

/// <summary>Documents whose duration lies between two bounds; the upper is 1.19 times the lower.</summary>
/// <param name="From">Lower bound, included.</param>
/// <param name="To">Upper bound, not included.</param>
/// <param name="Documents">How many.</param>
public sealed record DistributionBucket(TimeSpan From, TimeSpan To, long Documents);
