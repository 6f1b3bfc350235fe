namespace FastMd.Engine.Pipeline;

/// <summary>The memory that the runtime manages; tests put their own in its place.</summary>
internal class ManagedHeap
{
    /// <summary>Bytes allocated on the heap, garbage included.</summary>
    public virtual long HeldBytes => GC.GetTotalMemory(forceFullCollection: false);

    /// <summary>Collects garbage.</summary>
    public virtual void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
}
