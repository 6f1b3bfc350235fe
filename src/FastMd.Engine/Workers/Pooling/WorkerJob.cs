namespace FastMd.Engine.Workers.Pooling;

/// <summary>What the documents of a job become, as data that a worker makes its executor from.</summary>
/// <param name="description">The data; what it means is agreed between those who make jobs and those who open them.</param>
internal sealed class WorkerJob(ReadOnlyMemory<byte> description)
{
    private static long _last;

    /// <summary>Number of the job in this process.</summary>
    public long Id { get; } = Interlocked.Increment(ref _last);

    /// <summary>The data.</summary>
    public ReadOnlyMemory<byte> Description => description;
}
