using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// The shared state of a batch, under one lock: what is admitted, completed and ready to be emitted. The dispatcher it owns tracks which worker has
/// which document. Every admitted document gets exactly one result, whatever happens to the workers.
/// </summary>
internal sealed class BatchCoordinator : IReadyDocuments
{
    // Largest-first order parks at most this many results per worker. It evens out the end of the batch; beyond it documents run in sequence, so that
    // the reader of ordered results does not wait longer.
    private const int ParkedPerWorker = 32;

    private readonly object _gate = new();
    private readonly BatchOptions _options;
    private readonly IBatchObserver _observer;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellation;
    private readonly Bell _bell;
    private readonly Func<PlannedDocument, ConversionResult> _settle;
    private readonly AdmissionWindow _window;
    private readonly WorkingBytesEstimator _workingBytes = new();
    private readonly WorkDispatcher _dispatcher;
    private readonly ReorderBuffer<ParkedResult> _results;
    private readonly int _mostParked;
    private readonly Signal _resultsChanged = new();
    private readonly Signal _roomChanged = new();
    private int _entered;
    private long _admitted;
    private long _completed;
    private long _emitted;
    private long _rateLimits;
    private bool _hasPendingResults;
    private bool _roomWanted;
    private bool _isPaused;
    private bool _closed;
    private Func<BatchItem, ConversionResult>? _outcomeOfUnstarted;

    public BatchCoordinator(
        BatchOptions options, IBatchObserver observer, TimeProvider time, CancellationToken cancellation,
        Func<PlannedDocument, ConversionResult>? settle = null, Func<object, Bell>? bell = null, ManagedHeap? heap = null)
    {
        _settle = settle ?? ConversionResult.Refused;
        _options = options;
        _observer = observer;
        _time = time;
        _cancellation = cancellation;
        _bell = bell?.Invoke(_gate) ?? new(_gate);
        _window = new(options.WorkingBytes, options.ResultSlots);
        Room = new(options.WorkingBytes, heap ?? new());
        _dispatcher = new(options, _bell);
        _results = new(options.Ordered);
        _mostParked = Math.Min(options.ResultSlots / 2, ParkedPerWorker * options.EffectiveWorkers);
    }

    /// <summary>Whether everything admitted was emitted and nothing more will come.</summary>
    public bool IsDrained
    {
        get
        {
            lock (_gate)
            {
                return _closed && _emitted == _admitted;
            }
        }
    }

    /// <summary>Memory for the documents in progress.</summary>
    public WorkingRoom Room { get; }

    /// <summary>Whether any worker can take documents.</summary>
    public bool HasWorkers
    {
        get
        {
            lock (_gate)
            {
                return _dispatcher.HasWorkers;
            }
        }
    }

    /// <summary>Set when a result may be ready, or when there may be room after <see cref="TryAdmit"/> found none.</summary>
    public Signal ResultsChanged => _resultsChanged;

    /// <summary>Set when there may be room after <see cref="TryAdmit"/> found none.</summary>
    public Signal RoomChanged => _roomChanged;

    /// <summary>The lock that the members ending in <c>Locked</c> require.</summary>
    internal object Gate => _gate;

    /// <summary>The documents to be done and the workers. Use it only while holding <see cref="Gate"/>.</summary>
    internal WorkDispatcher Dispatcher => _dispatcher;

    /// <summary>Whether a result can be emitted.</summary>
    internal bool HasNextResult
    {
        get
        {
            lock (_gate)
            {
                return _results.HasNext;
            }
        }
    }

    /// <summary>What the batch is busy with at this moment.</summary>
    public BatchLoad Load
    {
        get
        {
            lock (_gate)
            {
                return new(
                    _dispatcher.BusyWorkers,
                    _dispatcher.AllowedWorkers,
                    _window.BytesInUse,
                    _window.SlotsInUse,
                    _dispatcher.Waiting,
                    _results.Count,
                    _completed,
                    _rateLimits);
            }
        }
    }

    /// <summary>What each worker is at, in the order that they began.</summary>
    public IReadOnlyList<WorkerState> WorkerStates()
    {
        var now = _time.GetTimestamp();
        return [.. Workers().Select(worker => worker.StateAt(now, _time))];
    }

    /// <summary>How many workers may be at documents at once; those beyond finish what they are at.</summary>
    public void AllowWorkers(int count)
    {
        lock (_gate)
        {
            _dispatcher.Allow(count);
        }
    }

    /// <summary>Stops taking documents in, or goes on: what is in hand runs on, and one document at a time still comes in.</summary>
    public void PauseAdmission(bool isPaused)
    {
        lock (_gate)
        {
            _isPaused = isPaused;
            SignalRoomLocked();
        }
    }

    /// <summary>A converter was told to slow down.</summary>
    public void RecordRateLimit()
    {
        lock (_gate)
        {
            _rateLimits++;
        }
    }

    /// <summary>A document of that length really allocated so many bytes.</summary>
    public void RecordAllocation(long length, long allocated)
    {
        lock (_gate)
        {
            _workingBytes.RecordAllocation(length, allocated);
        }
    }

    /// <summary>Takes a document in if both budgets allow.</summary>
    public bool TryAdmit(PlannedDocument document)
    {
        BatchItem item;
        Func<BatchItem, ConversionResult>? outcome;

        // Read outside the lock: a test clock may run timers on the thread that reads it, and those take the lock.
        var now = _time.GetTimestamp();
        lock (_gate)
        {
            if (_closed)
            {
                throw _outcomeOfUnstarted is null
                    ? new InvalidOperationException("The batch is closed: no documents can be added.")
                    : new OperationCanceledException("The batch has ended.");
            }

            var length = document.Source.Length;
            var estimate = document.IsSettled ? 0 : _workingBytes.Estimate(length);
            if ((_isPaused && _completed < _admitted) || _window.TryAdmit(estimate) is not { } charge)
            {
                _roomWanted = true;
                return false;
            }

            item = new(document, _admitted++, charge, _options.Tiers.Of(length), now);
            outcome = document.IsSettled ? settled => _settle(settled.Document) : _outcomeOfUnstarted;
            if (outcome is null)
            {
                _dispatcher.Add(item);
            }
        }

        if (outcome is not null)
        {
            Complete(item, outcome(item));
        }

        return true;
    }

    /// <summary>No more documents will come.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _bell.RingAll();
        }

        _resultsChanged.Set();
    }

    /// <inheritdoc/>
    public WorkerSlot Enter()
    {
        var now = _time.GetTimestamp();
        lock (_gate)
        {
            var worker = new WorkerSlot(_cancellation, Room, ++_entered, now);
            _dispatcher.Enter(worker);
            return worker;
        }
    }

    /// <inheritdoc/>
    public void Leave(WorkerSlot worker)
    {
        lock (_gate)
        {
            _dispatcher.Leave(worker);
            worker.Dispose();
        }
    }

    /// <summary>Waits until only workers that were abandoned are left; for at most this long.</summary>
    public void WaitForWorkersToLeave(TimeSpan patience)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_gate)
        {
            while (_dispatcher.HasWorkers && deadline - Environment.TickCount64 is > 0 and var left)
            {
                Monitor.Wait(_gate, (int)left);
            }
        }
    }

    /// <inheritdoc/>
    public bool TryTake(WorkerSlot worker, [NotNullWhen(true)] out BatchItem? item)
    {
        if (worker.TryTakePrefetched(out item))
        {
            return true;
        }

        lock (_gate)
        {
            _dispatcher.Release(worker);
            NotifyResultsLocked();
            while (!TryTakeLocked(worker, out item))
            {
                if (IsFinishedForLocked(worker))
                {
                    return false;
                }

                _bell.Wait();
            }

            return true;
        }
    }

    /// <summary>Whether this worker will get no further document. The caller holds <see cref="Gate"/>.</summary>
    internal bool IsFinishedForLocked(WorkerSlot worker)
        => worker.IsAbandoned || _outcomeOfUnstarted is not null || (_closed && _completed == _admitted);

    /// <summary>Takes the next document that the worker may process, if there is one. The caller holds <see cref="Gate"/>.</summary>
    internal bool TryTakeLocked(WorkerSlot worker, [NotNullWhen(true)] out BatchItem? item)
        => _dispatcher.TryTake(worker, inSequence: _options.FirstComeFirstServed || (_options.Ordered && _results.Count > _mostParked), out item);

    /// <summary>A document has its outcome.</summary>
    /// <param name="item">The document.</param>
    /// <param name="result">The outcome.</param>
    /// <param name="isMoreComing">
    /// Whether the worker continues with another document at once. Then the reader is notified of both together, because waking the reader for every
    /// small document takes as long as converting it.
    /// </param>
    public void Complete(BatchItem item, ConversionResult result, bool isMoreComing = false)
    {
        _observer.Completed(item.Document, result);
        lock (_gate)
        {
            var held = _window.Complete(item.Charge, HeldBy(result));
            _results.Add(item.Sequence, new(result, held));
            _completed++;
            if (_closed && _completed == _admitted)
            {
                _bell.RingAll();
            }

            _dispatcher.NotifyWaiting();
            SignalRoomLocked();
            _hasPendingResults |= _results.HasNext;
            if (!isMoreComing)
            {
                NotifyResultsLocked();
            }
        }
    }

    /// <summary>Notifies the reader of results whose notification a worker deferred.</summary>
    public void NotifyPendingResults()
    {
        lock (_gate)
        {
            NotifyResultsLocked();
        }
    }

    /// <summary>Puts a document back into the queue, to be retried or to be taken by another worker.</summary>
    public void Requeue(BatchItem item)
    {
        Func<BatchItem, ConversionResult>? outcome;
        lock (_gate)
        {
            outcome = _outcomeOfUnstarted;
            if (outcome is null)
            {
                _dispatcher.Add(item);
            }
        }

        if (outcome is not null)
        {
            Complete(item, outcome(item));
        }
    }

    /// <summary>
    /// Suspends a document until its next attempt, while no worker holds it. Returns false when the batch has ended; the document then has its final
    /// result.
    /// </summary>
    public bool TryBackOff(BatchItem item)
    {
        Func<BatchItem, ConversionResult>? outcome;
        lock (_gate)
        {
            outcome = _outcomeOfUnstarted;
            if (outcome is null)
            {
                _dispatcher.BackOff(item);
                return true;
            }
        }

        Complete(item, outcome(item));
        return false;
    }

    /// <summary>Puts a document back into the queue after its back-off, unless the batch has ended.</summary>
    public void Resume(BatchItem item)
    {
        lock (_gate)
        {
            _dispatcher.Resume(item);
        }
    }

    /// <summary>The next result, if there is one.</summary>
    public bool TryEmit([NotNullWhen(true)] out ConversionResult? result)
    {
        lock (_gate)
        {
            if (!_results.TryTake(out var next))
            {
                result = null;
                return false;
            }

            _emitted++;
            _window.Emit(next.Held);
            SignalRoomLocked();
            result = next.Result;
            return true;
        }
    }

    /// <summary>Gives every document that no worker has started, now or later, this outcome without an attempt.</summary>
    public void CompleteUnstarted(Func<BatchItem, ConversionResult> outcome)
    {
        IReadOnlyList<BatchItem> unstarted;
        lock (_gate)
        {
            if (_outcomeOfUnstarted is not null)
            {
                return;
            }

            _outcomeOfUnstarted = outcome;
            unstarted = _dispatcher.TakeAll();
        }

        foreach (var item in unstarted)
        {
            Complete(item, outcome(item));
        }
    }

    /// <summary>The workers, including abandoned ones until they return.</summary>
    public IReadOnlyList<WorkerSlot> Workers()
    {
        lock (_gate)
        {
            return [.. _dispatcher.Workers];
        }
    }

    private static long HeldBy(ConversionResult result) => result.Content is { } content ? content.Length * (long)sizeof(char) : 0;

    private void NotifyResultsLocked()
    {
        if (_hasPendingResults)
        {
            _hasPendingResults = false;
            _resultsChanged.Set();
        }
    }

    private void SignalRoomLocked()
    {
        if (_roomWanted)
        {
            _roomWanted = false;
            _roomChanged.Set();
            _resultsChanged.Set();
        }
    }
}
