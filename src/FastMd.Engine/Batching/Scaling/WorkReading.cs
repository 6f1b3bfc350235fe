namespace FastMd.Engine.Batching.Scaling;

/// <summary>What a batch did since the reading before.</summary>
/// <param name="BytesPerSecond">Bytes of documents that were completed, a second.</param>
/// <param name="IsSaturated">Whether every worker allowed is at a document and more documents wait.</param>
/// <param name="RateLimits">How often a converter was told to slow down.</param>
internal readonly record struct WorkReading(double BytesPerSecond, bool IsSaturated, long RateLimits);
