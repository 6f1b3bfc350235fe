namespace FastMd.Engine.Batching;

/// <summary>A document in a worker's hand.</summary>
/// <param name="Worker">The worker's place.</param>
/// <param name="Item">The document.</param>
internal readonly record struct WorkItem(WorkerSlot Worker, BatchItem Item);
