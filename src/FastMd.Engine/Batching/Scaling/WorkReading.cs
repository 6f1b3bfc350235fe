namespace FastMd.Engine.Batching.Scaling;

/// <summary>What a batch did since the reading before.</summary>
/// <param name="IsSaturated">Whether every worker allowed is at a document and more documents wait.</param>
/// <param name="RateLimits">How often a converter was told to slow down.</param>
internal readonly record struct WorkReading(bool IsSaturated, long RateLimits);
