using FastMd.Engine.Workers.Launching;

namespace FastMd.Engine.Workers.Pooling;

/// <summary>The pools of this process: jobs that want processes of the same kind share them, so that later jobs find them warm.</summary>
internal static class WorkerPools
{
    private static readonly object Gate = new();
    private static readonly Dictionary<(string Program, WorkerPoolOptions Options), WorkerPool> Pools = [];

    /// <summary>The pool of a program.</summary>
    /// <param name="program">What its processes are started from.</param>
    /// <param name="options">How they are used.</param>
    public static WorkerPool Of(WorkerProgram program, WorkerPoolOptions options)
    {
        var key = (string.Join('\n', [program.Path, .. program.Arguments]), options);
        lock (Gate)
        {
            if (!Pools.TryGetValue(key, out var pool))
            {
                pool = new(new ProcessLauncher(program, options.HeapBytes, ProcessorPlacement.OnThisMachine(options.Affinity)), options);
                Pools.Add(key, pool);
            }

            return pool;
        }
    }

    /// <summary>Resident memory of all worker processes, in bytes.</summary>
    public static long ResidentBytes()
    {
        List<WorkerPool> pools;
        lock (Gate)
        {
            pools = [.. Pools.Values];
        }

        return pools.Sum(static pool => pool.ResidentBytes);
    }

    /// <summary>Ends all worker processes; jobs that still need some are told so.</summary>
    public static void Close()
    {
        lock (Gate)
        {
            foreach (var pool in Pools.Values)
            {
                pool.Dispose();
            }

            Pools.Clear();
        }
    }
}
