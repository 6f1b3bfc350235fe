namespace FastMd.Engine.Resources;

/// <summary>What a batch begins with on a machine, before it has seen how it fares.</summary>
/// <param name="processors">Processors the process may use; a control group's quota is in them.</param>
/// <param name="memoryBytes">Memory the process may use: the machine's, the control group's or the collector's limit, whichever is least.</param>
internal sealed class StartingPoint(int processors, long memoryBytes)
{
    // A worker with a page of ordinary size in progress, its pooled buffers and its share of the collector's first generation.
    private const long BytesPerWorker = 24L * 1024 * 1024;

    // The rest is for the process itself, and for what estimates miss.
    private const double ShareForDocuments = 0.75;

    /// <summary>Of this process on this machine.</summary>
    public static StartingPoint OfThisProcess => new(Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>Workers to begin with: as many as processors, if there is memory for so many.</summary>
    public int Workers => memoryBytes > 0 ? (int)Math.Clamp(memoryBytes / BytesPerWorker, 1, processors) : processors;

    /// <summary>Working bytes to allow, of those that are asked for.</summary>
    public long WorkingBytes(long wanted) => memoryBytes > 0 ? (long)Math.Min(wanted, memoryBytes * ShareForDocuments) : wanted;
}
