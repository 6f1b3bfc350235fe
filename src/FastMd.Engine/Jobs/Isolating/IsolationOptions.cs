using FastMd.Engine.Configuration;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Pooling;

namespace FastMd.Engine.Jobs.Isolating;

/// <summary>Where the documents of a job are converted.</summary>
internal sealed record IsolationOptions
{
    /// <summary>What was asked for.</summary>
    public Isolation Kind { get; init; }

    /// <summary>How many worker processes; 0 where the number of workers decides.</summary>
    public int Processes { get; init; }

    /// <summary>Which processors they may use.</summary>
    public ProcessAffinity Affinity { get; init; }

    /// <summary>What worker processes are started from; null where there is nothing.</summary>
    public Func<WorkerProgram?> Program { get; init; } = static () => null;

    /// <summary>Gives a job its pool of worker processes.</summary>
    public Func<WorkerProgram, WorkerPoolOptions, WorkerPool> Pool { get; init; } = WorkerPools.Of;

    /// <summary>Whether this process runs managed code under settings of somebody else: then native worker processes are sooner done.</summary>
    public bool IsHosted { get; init; }
}
