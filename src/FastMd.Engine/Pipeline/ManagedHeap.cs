namespace FastMd.Engine.Pipeline;

/// <summary>The memory that the runtime manages; tests put their own in its place.</summary>
internal class ManagedHeap
{
    /// <summary>Bytes held by objects, those among them that nobody needs any more.</summary>
    public virtual long HeldBytes => GC.GetTotalMemory(forceFullCollection: false);

    /// <summary>Frees what nobody needs.</summary>
    public virtual void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
}
