using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Engine.Jobs.Isolating;

/// <summary>
/// Converts in threads until worker processes are ready, which are started when there is enough to do; in threads again where they cannot be had.
/// The measurement behind the thresholds is in docs/decisions/0032-worker-processes.md.
/// </summary>
/// <param name="local">Converts in threads.</param>
/// <param name="threads">How many documents are converted in threads at once.</param>
/// <param name="workers">Converts in worker processes.</param>
/// <param name="remark">Says what those who want to know all should know.</param>
internal sealed class AdaptiveExecutor(IDocumentExecutor local, int threads, WorkerExecutor workers, Action<string> remark) : IDocumentExecutor, IDisposable
{
    // In the first batch of a process all code is cold, that of the parent's side, too, and processes have to be started: only a long one makes up for that.
    private static readonly (int Documents, long Bytes) ManyAtFirst = (2000, 16 * 1024 * 1024);

    // Where batches follow each other, more will follow.
    private static readonly (int Documents, long Bytes) Many = (48, 512 * 1024);

    // Where documents are converted; threads for good once worker processes cannot be had.
    private const int InThreads = 0;
    private const int InWorkers = 1;
    private const int InThreadsForGood = 2;

    private static int _batches;

    private readonly (int Documents, long Bytes) _threshold = Volatile.Read(ref _batches) == 0 ? ManyAtFirst : Many;

    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and a thread that was given up may come back late.")]
    private readonly SemaphoreSlim _threads = new(threads);

    private long _documents;
    private long _bytes;
    private bool _isWarming;
    private int _place = workers.Pool.IsWarm ? InWorkers : InThreads;

    private bool UsesWorkers => Volatile.Read(ref _place) == InWorkers;

    /// <inheritdoc/>
    public int InHandPerWorker => workers.InHandPerWorker;

    /// <summary>Documents that will be converted: when they are many, worker processes are started. Called by one thread.</summary>
    public void Expect(IEnumerable<PlannedDocument> documents)
    {
        foreach (var document in documents)
        {
            if (!document.IsSettled)
            {
                _documents++;
                _bytes += document.Source.Length;
            }
        }

        if (!_isWarming && !UsesWorkers && _documents >= _threshold.Documents && _bytes >= _threshold.Bytes)
        {
            _isWarming = true;
            new Thread(Warm) { IsBackground = true, Name = "FastMd worker start" }.Start();
        }
    }

    /// <inheritdoc/>
    public ExecutedDocument Execute(DocumentWork work, IExecution execution)
    {
        if (!UsesWorkers)
        {
            using var permit = TakePermit(execution);

            // The batch has more threads than are to convert: those that waited find the worker processes ready, perhaps.
            if (!UsesWorkers)
            {
                return local.Execute(work, execution);
            }
        }

        try
        {
            return workers.Execute(work, execution);
        }
        catch (DocumentException unavailable) when (unavailable.InnerException is WorkerUnavailableException)
        {
            GiveUp(unavailable.InnerException.Message);
            return Execute(work, execution);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_documents >= Many.Documents)
        {
            Interlocked.Increment(ref _batches);
        }

        workers.Dispose();
    }

    private Permit TakePermit(IExecution execution)
    {
        execution.Pause();
        _threads.Wait(execution.Cancellation);
        execution.Resume();
        return new(_threads, execution.Cancellation);
    }

    private void Warm()
    {
        try
        {
            workers.Pool.Warm();
            Interlocked.CompareExchange(ref _place, InWorkers, InThreads);
        }
        catch (Exception failure)
        {
            GiveUp(failure.Message);
        }
    }

    private void GiveUp(string reason)
    {
        if (Interlocked.Exchange(ref _place, InThreadsForGood) != InThreadsForGood)
        {
            remark($"Documents are converted in threads, because {reason}.");
        }
    }

    /// <summary>The permit to convert in a thread. A document that is given up gives it back: its thread may never come back.</summary>
    private sealed class Permit : IDisposable
    {
        private readonly SemaphoreSlim _permits;
        private readonly CancellationTokenRegistration _registration;
        private int _isGivenBack;

        public Permit(SemaphoreSlim permits, CancellationToken abandoned)
        {
            _permits = permits;
            _registration = abandoned.UnsafeRegister(static permit => ((Permit)permit!).GiveBack(), this);
        }

        public void Dispose()
        {
            _registration.Dispose();
            GiveBack();
        }

        private void GiveBack()
        {
            if (Interlocked.Exchange(ref _isGivenBack, 1) == 0)
            {
                _permits.Release();
            }
        }
    }
}
