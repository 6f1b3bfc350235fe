using FastMd.Engine.Workers.Launching;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>What a worker of a cluster may touch, and when it ends.</summary>
/// <param name="Base">Absolute path of the folder that sources have to be in, and that relative paths are seen from.</param>
/// <param name="Output">The same for destinations.</param>
internal sealed record ClusterWorkerOptions(string Base, string Output)
{
    /// <summary>How many documents are converted at once; 0 where the machine decides.</summary>
    public int Workers { get; init; }

    /// <summary>Ends when there was nothing to do for so long; null for never.</summary>
    public TimeSpan? ExitWhenIdle { get; init; }

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>What worker processes are started from, for what needs one.</summary>
    public Func<WorkerProgram?> Program { get; init; } = static () => null;
}
