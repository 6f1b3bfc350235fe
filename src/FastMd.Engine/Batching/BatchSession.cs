using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Batching.Scaling;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching;

/// <summary>
/// A batch in progress: documents go in, results come out, workers run in between. One thread may do both, as a cmdlet's pipeline
/// thread does, or one each; nothing here blocks but the waits that say so. Dispose to end it early: nothing is left running but
/// workers that are stuck.
/// </summary>
internal sealed class BatchSession : IDisposable
{
    private static readonly TimeSpan ClosePatience = TimeSpan.FromMilliseconds(250);

    private readonly BatchOptions _options;
    private readonly BatchLedger _ledger;
    private readonly WorkerLoops _loops;
    private readonly Watchdog _watchdog;
    private readonly MemoryGuard _memory;
    private readonly Func<LoadController>? _control;
    private LoadController? _controller;

    [SuppressMessage("Usage", "CA2213", Justification = "It holds no handle, and whoever cancels a batch may do so while, or after, it is disposed.")]
    private readonly CancellationTokenSource _cancellation = new();

    private readonly CancellationTokenRegistration _outerCancellation;
    private int _started;
    private int _cancelled;
    private int _disposed;

    /// <summary>A batch without documents; workers start with the first.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="processor">Takes a document all the way.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels the batch.</param>
    /// <param name="probe">Makes what looks at the machine, once a batch has lasted for a while; null where nobody looks, whatever the options say.</param>
    public BatchSession(
        BatchOptions options,
        IDocumentProcessor processor,
        IBatchObserver observer,
        TimeProvider time,
        CancellationToken cancellation,
        Func<IMachineProbe>? probe = null)
          : this(options, processor, observer, time, new DedicatedThreadScheduler(), cancellation, probe)
    {
    }

    internal BatchSession(
        BatchOptions options,
        IDocumentProcessor processor,
        IBatchObserver observer,
        TimeProvider time,
        DedicatedThreadScheduler scheduler,
        CancellationToken cancellation,
        Func<IMachineProbe>? probe = null,
        ManagedHeap? heap = null)
    {
        _options = options;
        observer = new GuardedObserver(observer);
        _ledger = new(options, observer, time, _cancellation.Token, processor.Settle, heap: heap);
        var retries = new RetrySchedule(_ledger, options.Retries, time, _cancellation.Token);
        var worker = new DocumentWorker(
            _ledger, processor, observer, options.Retries, retries, time, () => IsCancelled, () => _watchdog!.StuckWorkerReturned());
        _loops = new(_ledger, worker.Process, observer.Noticed, scheduler);
        _watchdog = new(_ledger, _loops, options, time);
        _memory = new(_ledger, _watchdog, time);
        _control = options.Scaling is { } scaling && probe is not null
            ? () => new(options, scaling, _ledger, _loops, observer, probe, time)
            : null;
        _outerCancellation = cancellation.UnsafeRegister(static session => ((BatchSession)session!).Cancel(), this);
    }

    /// <summary>Whether every document has its result, every result was taken, and no document will come.</summary>
    public bool IsCompleted => _ledger.IsDrained;

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled => Volatile.Read(ref _cancelled) != 0;

    /// <summary>How many workers are stuck in documents that were given up.</summary>
    public int StuckWorkers => _watchdog.StuckWorkers;

    /// <summary>How many documents in hand wait for memory.</summary>
    internal int DocumentsWaitingForMemory => _ledger.Room.Waiting;

    /// <summary>How many documents in hand were given memory.</summary>
    internal int DocumentsWithMemory => _ledger.Room.Inside;

    /// <summary>What the batch is busy with at this moment.</summary>
    public BatchLoad Load => _ledger.Load;

    /// <summary>Takes a document in, if there is room.</summary>
    /// <exception cref="OperationCanceledException">The batch was cancelled.</exception>
    public bool TryAdmit(PlannedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_ledger.TryAdmit(document))
        {
            return false;
        }

        if (!document.IsSettled && Interlocked.Exchange(ref _started, 1) == 0)
        {
            _loops.Start(_options.EffectiveWorkers);
            StartController();
        }

        return true;
    }

    /// <summary>No more documents will come.</summary>
    public void CompleteAdding() => _ledger.Close();

    /// <summary>The next result, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out ConversionResult? result) => _ledger.TryEmit(out result);

    /// <summary>Waits until there may be a result, or room for a document that found none; at most so long.</summary>
    public void Wait(TimeSpan timeout, CancellationToken cancellation = default) => _ledger.ResultsChanged.Wait(timeout, cancellation);

    /// <summary>Has whoever waits for a result look again.</summary>
    internal void Wake() => _ledger.ResultsChanged.Set();

    /// <summary>Waits until there may be a result.</summary>
    public Task WaitForResultAsync(CancellationToken cancellation = default) => _ledger.ResultsChanged.WaitAsync(cancellation);

    /// <summary>Waits until there may be room for a document that found none.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellation = default) => _ledger.RoomChanged.WaitAsync(cancellation);

    /// <summary>
    /// Ends the batch: what was not begun is cancelled at once, what is in hand within the grace time; nothing more is admitted.
    /// Results can still be taken.
    /// </summary>
    public void Cancel()
    {
        if (Interlocked.Exchange(ref _cancelled, 1) != 0)
        {
            return;
        }

        _ledger.EndUnstarted(static item => ConversionResult.NotConverted(
            item.Document, ConversionStatus.Cancelled, DocumentWorker.Cancelled()));
        _ledger.Close();
        _watchdog.BeginGrace();
        Cancellations.Cancel(_cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _outerCancellation.Dispose();
        Volatile.Read(ref _controller)?.Dispose();
        if (!_ledger.IsDrained)
        {
            Cancel();
        }

        _ledger.Close();
        _loops.Dispose();
        _ledger.WaitForWorkersToLeave(_options.CancellationGrace + ClosePatience);
        _memory.Dispose();
        _watchdog.Dispose();
    }

    private void StartController()
    {
        // The batch may be cancelled and disposed while its first document is still being admitted.
        Interlocked.Exchange(ref _controller, _control?.Invoke());
        if (Volatile.Read(ref _disposed) != 0)
        {
            Volatile.Read(ref _controller)?.Dispose();
        }
    }
}
