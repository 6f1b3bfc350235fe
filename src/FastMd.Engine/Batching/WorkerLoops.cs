using FastMd.Engine.Documents;

namespace FastMd.Engine.Batching;

/// <summary>
/// The threads of a batch: a parallel loop over the partitioner, and one more single-threaded loop for every worker abandoned. Where
/// the parallel loop cannot start, one thread takes the documents one after the other.
/// </summary>
internal sealed class WorkerLoops(IReadyDocuments source, Action<WorkItem> work, Action<Diagnostic> warn, DedicatedThreadScheduler scheduler)
    : IDisposable
{
    private readonly SizeWeightedPartitioner _documents = new(source);

    /// <summary>Starts so many workers.</summary>
    public void Start(int workers)
    {
        _documents.Reserve();
        try
        {
            Task.Factory.StartNew(() => Run(workers), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler);
        }
        catch (TaskSchedulerException cannotStart)
        {
            WarnOfFallback(cannotStart);
            ThreadPool.UnsafeQueueUserWorkItem(static loops => loops.RunSequentially(), this, preferLocal: false);
        }
    }

    /// <summary>Lets the threads end.</summary>
    public void Dispose() => scheduler.Dispose();

    private void Run(int workers)
    {
        if (workers == 1)
        {
            RunSequentially();
            return;
        }

        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = workers, TaskScheduler = scheduler };
            Parallel.ForEach((System.Collections.Concurrent.Partitioner<WorkItem>)_documents, options, work);
        }
        catch (Exception cannotGoOn)
        {
            // The loop body never throws, so the loop itself failed. The documents it did not take are still queued.
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
