namespace FastMd.Engine.Workers.Pooling;

/// <summary>A worker process of a pool, started when it is first used, and how busy it is. The pool's lock guards what changes.</summary>
/// <param name="process">Starts the process.</param>
internal sealed class PooledWorker(Lazy<WorkerProcess> process)
{
    /// <summary>The process.</summary>
    /// <exception cref="Launching.WorkerUnavailableException">It cannot be started, or does not fit.</exception>
    public WorkerProcess Process => process.Value;

    /// <summary>The process, if it was started.</summary>
    public WorkerProcess? Started => process.IsValueCreated ? process.Value : null;

    /// <summary>Documents that it has, those included that are about to be sent.</summary>
    public int InHand { get; set; }

    /// <summary>Whether another document may wait behind the one that it has.</summary>
    public bool TakesAnother { get; set; }

    /// <summary>Whether it could not be started.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether it can take documents, as far as is known.</summary>
    public bool CanWork => !HasFailed && Started is null or { IsAlive: true };
}
