namespace FastMd.Engine.Batching;

/// <summary>What a batch is busy with at one moment.</summary>
/// <param name="WorkersActive">Workers that are at a document.</param>
/// <param name="WorkersAllowed">Workers that may be.</param>
/// <param name="WorkingBytes">Working bytes charged.</param>
/// <param name="ResultSlots">Documents admitted and not yet emitted.</param>
/// <param name="Waiting">Documents that wait for a worker.</param>
/// <param name="Parked">Results that wait for their turn.</param>
/// <param name="Completed">Documents that have their outcome.</param>
/// <param name="RateLimits">How often a converter was told to slow down.</param>
internal readonly record struct BatchLoad(
    int WorkersActive, int WorkersAllowed, long WorkingBytes, int ResultSlots, int Waiting, int Parked, long Completed, long RateLimits);
