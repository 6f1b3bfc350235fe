using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Batching;

/// <summary>Where workers come for documents.</summary>
internal interface IWorkDesk
{
    /// <summary>A new worker takes its place.</summary>
    WorkerSlot Enter();

    /// <summary>A worker takes no more documents.</summary>
    void Leave(WorkerSlot worker);

    /// <summary>The worker's next document; waits for one. False when there will be none for this worker.</summary>
    bool TryTake(WorkerSlot worker, [NotNullWhen(true)] out BatchItem? item);
}
