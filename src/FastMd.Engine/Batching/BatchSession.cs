using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Batching.Scaling;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching;

/// <summary>
/// A batch in progress: documents go in, results come out, workers run in between. One thread may do both, as the pipeline thread of a cmdlet does,
/// or one thread each. Only the methods named Wait block. Dispose ends the batch early; after that only stuck workers may still run.
/// </summary>
internal sealed class BatchSession : IDisposable
{
    private static readonly TimeSpan ClosePatience = TimeSpan.FromMilliseconds(250);

    private readonly BatchOptions _options;
    private readonly BatchCoordinator _coordinator;
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
    /// <param name="observer">Receives the events of the batch.</param>
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
        _coordinator = new(options, observer, time, _cancellation.Token, processor.Settle, heap: heap);
        var retries = new RetrySchedule(_coordinator, options.Retries, time, _cancellation.Token);
        var worker = new DocumentWorker(
            _coordinator, processor, observer, options.Retries, retries, time, () => IsCancelled, () => _watchdog!.StuckWorkerReturned());
        _loops = new(_coordinator, worker.Process, observer.Noticed, scheduler);
        _watchdog = new(_coordinator, _loops, options, time);
        _memory = new(_coordinator, _watchdog, time);
        _control = options.Scaling is { } scaling && probe is not null
            ? () => new(options, scaling, _coordinator, _loops, observer, probe, time)
            : null;
        _outerCancellation = cancellation.UnsafeRegister(static session => ((BatchSession)session!).Cancel(), this);
    }

    /// <summary>Whether every document has its result, every result was taken, and no document will come.</summary>
    public bool IsCompleted => _coordinator.IsDrained;

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled => Volatile.Read(ref _cancelled) != 0;

    /// <summary>How many workers are stuck in documents that were abandoned.</summary>
    public int StuckWorkers => _watchdog.StuckWorkers;

    /// <summary>How many documents in progress wait for memory.</summary>
    internal int DocumentsWaitingForMemory => _coordinator.Room.Waiting;

    /// <summary>How many documents in progress were given memory.</summary>
    internal int DocumentsWithMemory => _coordinator.Room.Inside;

    /// <summary>What the batch is busy with at this moment.</summary>
    public BatchLoad Load => _coordinator.Load;

    /// <summary>What each worker is at, in the order that they began.</summary>
    public IReadOnlyList<WorkerState> WorkerStates() => _coordinator.WorkerStates();

    /// <summary>Takes a document in, if there is room.</summary>
    /// <exception cref="OperationCanceledException">The batch was cancelled.</exception>
    public bool TryAdmit(PlannedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_coordinator.TryAdmit(document))
        {
            return false;
        }

        if (!document.IsSettled && Interlocked.Exchange(ref _started, 1) == 0)
        {
            _loops.Start(_options.Threads);
            StartController();
        }

        return true;
    }

    /// <summary>No more documents will come.</summary>
    public void CompleteAdding() => _coordinator.Close();

    /// <summary>The next result, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out ConversionResult? result) => _coordinator.TryEmit(out result);

    /// <summary>Waits until there may be a result, or room for a document that found none; for at most this long.</summary>
    public void Wait(TimeSpan timeout, CancellationToken cancellation = default) => _coordinator.ResultsChanged.Wait(timeout, cancellation);

    /// <summary>Wakes the reader that waits for a result.</summary>
    internal void Wake() => _coordinator.ResultsChanged.Set();

    /// <summary>Waits until there may be a result.</summary>
    public Task WaitForResultAsync(CancellationToken cancellation = default) => _coordinator.ResultsChanged.WaitAsync(cancellation);

    /// <summary>Waits until there may be room for a document that found none.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellation = default) => _coordinator.RoomChanged.WaitAsync(cancellation);

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

        _coordinator.CompleteUnstarted(static item => ConversionResult.NotConverted(
            item.Document, ConversionStatus.Cancelled, DocumentWorker.Cancelled()));
        _coordinator.Close();
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
        if (!_coordinator.IsDrained)
        {
            Cancel();
        }

        _coordinator.Close();
        _loops.Dispose();
        _coordinator.WaitForWorkersToLeave(_options.CancellationGrace + ClosePatience);
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

/// <summary>What a batch is busy with at one moment.</summary>
/// <param name="WorkersActive">Workers that are at a document.</param>
/// <param name="WorkersAllowed">Workers that may be.</param>
/// <param name="WorkingBytes">Working bytes charged.</param>
/// <param name="ResultSlots">Documents admitted and not yet emitted.</param>
/// <param name="Waiting">Documents that wait for a worker.</param>
/// <param name="Parked">Results that wait for their turn.</param>
/// <param name="Completed">Documents that have their outcome.</param>
/// <param name="RateLimits">How often a converter was told to slow down.</param>
internal readonly record struct BatchLoad(
    int WorkersActive, int WorkersAllowed, long WorkingBytes, int ResultSlots, int Waiting, int Parked, long Completed, long RateLimits);
