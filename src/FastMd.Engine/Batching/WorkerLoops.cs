using FastMd.Engine.Documents;

namespace FastMd.Engine.Batching;

/// <summary>
/// The threads of a batch: a parallel loop over the partitioner, and one more single-threaded loop for every worker given up. Where
/// the parallel loop cannot start, one thread takes the documents one after the other.
/// </summary>
internal sealed class WorkerLoops(IWorkDesk desk, Action<WorkItem> work, Action<Diagnostic> warn, Func<DedicatedThreadScheduler> createScheduler)
{
    private readonly SizeWeightedPartitioner _documents = new(desk);
    private DedicatedThreadScheduler? _scheduler;

    /// <summary>Starts so many workers.</summary>
    public void Start(int workers)
    {
        try
        {
            _scheduler = createScheduler();
            StartLoop(workers);
        }
        catch (Exception cannotStart) when (cannotStart is TaskSchedulerException or OutOfMemoryException or ThreadStartException)
        {
            WarnOfFallback(cannotStart);
            ThreadPool.UnsafeQueueUserWorkItem(static loops => loops.RunSequentially(), this, preferLocal: false);
        }
    }

    /// <summary>Starts a worker in place of one given up.</summary>
    public void Replace()
    {
        try
        {
            StartLoop(workers: 1);
        }
        catch (TaskSchedulerException cannotStart)
        {
            WarnOfFallback(cannotStart);
            ThreadPool.UnsafeQueueUserWorkItem(static loops => loops.RunSequentially(), this, preferLocal: false);
        }
    }

    /// <summary>Lets the threads end and waits for them for a while; says how many have not.</summary>
    public int Close(TimeSpan patience) => _scheduler?.Close(patience) ?? 0;

    private void StartLoop(int workers)
        => Task.Factory.StartNew(
            () => Run(workers), CancellationToken.None, TaskCreationOptions.DenyChildAttach, _scheduler!);

    private void Run(int workers)
    {
        if (workers == 1)
        {
            RunSequentially();
            return;
        }

        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = workers, TaskScheduler = _scheduler };
            Parallel.ForEach((System.Collections.Concurrent.Partitioner<WorkItem>)_documents, options, work);
        }
        catch (Exception cannotGoOn)
        {
            // The body never throws, so this is the loop itself. The documents it did not take are still at the desk.
            WarnOfFallback(cannotGoOn);
            RunSequentially();
        }
    }

    private void RunSequentially()
    {
        foreach (var (_, item) in _documents.GetOrderableDynamicPartitions())
        {
            work(item);
        }
    }

    private void WarnOfFallback(Exception reason) => warn(Diagnostic.Warning(
        DiagnosticCodes.ParallelEngineUnavailable,
        $"The parallel engine could not start and documents are converted one after the other: {reason.GetBaseException().Message}"));
}
