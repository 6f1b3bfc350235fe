namespace FastMd.Engine.Workers.Pooling;

/// <summary>What the documents of a job become, as data that a worker makes its executor from.</summary>
/// <param name="describe">Makes the data, when a process first needs it; what it means is agreed between those who make jobs and those who open them.</param>
internal sealed class WorkerJob(Func<ReadOnlyMemory<byte>> describe)
{
    private static long _last;

    private readonly Lazy<ReadOnlyMemory<byte>> _description = new(describe);

    /// <summary>Number of the job in this process.</summary>
    public long Id { get; } = Interlocked.Increment(ref _last);

    /// <summary>The data.</summary>
    public ReadOnlyMemory<byte> Description => _description.Value;
}
