using FastMd.Engine.Configuration;

namespace FastMd.Engine.Workers.Pooling;

/// <summary>How worker processes are used.</summary>
internal sealed record WorkerPoolOptions
{
    /// <summary>How many processes run at most, but for those in which suspects are tried alone. Each is at one document at a time.</summary>
    public required int Processes { get; init; }

    /// <summary>Resident memory in bytes beyond which a process is killed; 0 for no limit.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Size of a process's heap in bytes beyond which it allocates no more; 0 for no limit.</summary>
    public long HeapBytes { get; init; }

    /// <summary>Which processors a process may use.</summary>
    public ProcessAffinity Affinity { get; init; }

    /// <summary>Size in bytes up to which a document may wait in a process behind another that is as small, so that the process need not wait for the next.</summary>
    public long SmallBytes { get; init; } = 64 * 1024;

    /// <summary>How long a document waits behind another, while some process has nothing to do, before it is sent there.</summary>
    public TimeSpan MoveAfter { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a process may take to be ready.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a process may take to end a document that nobody wants any more, before it is killed.</summary>
    public TimeSpan CancelGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long processes stay that have nothing to do.</summary>
    public TimeSpan KeepWarm { get; init; } = TimeSpan.FromMinutes(2);
}
