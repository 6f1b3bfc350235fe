using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// The books of a batch, under one lock: what is admitted, what is done, what may be emitted; who has what stands on its board. Every
/// document admitted gets exactly one result, whatever happens to the workers.
/// </summary>
internal sealed class BatchLedger : IWorkDesk
{
    // So many of the largest are done before their turn, which evens out the end of the batch; who reads the results waits no longer.
    private const int ParkedPerWorker = 32;

    private readonly object _gate = new();
    private readonly BatchOptions _options;
    private readonly IBatchObserver _observer;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellation;
    private readonly Bell _bell;
    private readonly Func<PlannedDocument, ConversionResult> _settle;
    private readonly AdmissionWindow _window;
    private readonly WorkingBytes _workingBytes = new();
    private readonly WorkBoard _board;
    private readonly ReorderBuffer<ParkedResult> _results;
    private readonly int _mostParked;
    private readonly Signal _resultsChanged = new();
    private readonly Signal _roomChanged = new();
    private long _admitted;
    private long _completed;
    private long _emitted;
    private long _rateLimits;
    private bool _hasPendingResults;
    private bool _roomWanted;
    private bool _isPaused;
    private bool _closed;
    private Func<BatchItem, ConversionResult>? _outcomeOfUnstarted;

    public BatchLedger(
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
        _board = new(options, _bell);
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

    /// <summary>Memory for the documents in hand.</summary>
    public WorkingRoom Room { get; }

    /// <summary>Whether there is anybody to take documents.</summary>
    public bool HasWorkers
    {
        get
        {
            lock (_gate)
            {
                return _board.HasWorkers;
            }
        }
    }

    /// <summary>Set when a result may be ready, or when there may be room after <see cref="TryAdmit"/> found none.</summary>
    public Signal ResultsChanged => _resultsChanged;

    /// <summary>Set when there may be room after <see cref="TryAdmit"/> found none.</summary>
    public Signal RoomChanged => _roomChanged;

    /// <summary>The lock that <see cref="IsOverFor"/> and <see cref="TryTakeNow"/> want held.</summary>
    internal object Gate => _gate;

    /// <summary>What there is to do and who is at it, for whoever holds the lock.</summary>
    internal WorkBoard Board => _board;

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
                    _board.BusyWorkers,
                    _board.AllowedWorkers,
                    _window.BytesInUse,
                    _window.SlotsInUse,
                    _board.Waiting,
                    _results.Count,
                    _completed,
                    _rateLimits);
            }
        }
    }

    /// <summary>How many workers may be at documents at once; those beyond finish what they are at.</summary>
    public void AllowWorkers(int count)
    {
        lock (_gate)
        {
            _board.Allow(count);
        }
    }

    /// <summary>Stops taking documents in, or goes on: what is in hand runs on, and one document at a time still comes in.</summary>
    public void PauseAdmission(bool isPaused)
    {
        lock (_gate)
        {
            _isPaused = isPaused;
            SignalRoom();
        }
    }

    /// <summary>A converter was told to slow down.</summary>
    public void NoteRateLimit()
    {
        lock (_gate)
        {
            _rateLimits++;
        }
    }

    /// <summary>A document of that length really allocated so many bytes.</summary>
    public void Learn(long length, long allocated)
    {
        lock (_gate)
        {
            _workingBytes.Learn(length, allocated);
        }
    }

    /// <summary>Takes a document in if both budgets allow.</summary>
    public bool TryAdmit(PlannedDocument document)
    {
        BatchItem item;
        Func<BatchItem, ConversionResult>? verdict;

        // Not under the lock: a clock that is set by hand runs its timers on the thread of whoever asks it.
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
            verdict = document.IsSettled ? settled => _settle(settled.Document) : _outcomeOfUnstarted;
            if (verdict is null)
            {
                _board.Add(item);
            }
        }

        if (verdict is not null)
        {
            Complete(item, verdict(item));
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
        lock (_gate)
        {
            var worker = new WorkerSlot(_cancellation, Room);
            _board.Enter(worker);
            return worker;
        }
    }

    /// <inheritdoc/>
    public void Leave(WorkerSlot worker)
    {
        lock (_gate)
        {
            _board.Leave(worker);
            worker.Dispose();
        }
    }

    /// <summary>Waits until only workers that were given up are left; at most so long.</summary>
    public void WaitForWorkersToLeave(TimeSpan patience)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_gate)
        {
            while (_board.HasWorkers && deadline - Environment.TickCount64 is > 0 and var left)
            {
                Monitor.Wait(_gate, (int)left);
            }
        }
    }

    /// <inheritdoc/>
    public bool TryTake(WorkerSlot worker, [NotNullWhen(true)] out BatchItem? item)
    {
        if (worker.TryNext(out item))
        {
            return true;
        }

        lock (_gate)
        {
            _board.PutDown(worker);
            NotifyResults();
            while (!TryTakeNow(worker, out item))
            {
                if (IsOverFor(worker))
                {
                    return false;
                }

                _bell.Wait();
            }

            return true;
        }
    }

    /// <summary>Whether there will be no document for that worker any more. Under the lock.</summary>
    internal bool IsOverFor(WorkerSlot worker)
        => worker.IsAbandoned || _outcomeOfUnstarted is not null || (_closed && _completed == _admitted);

    /// <summary>The worker's next document, if there is one that it may take. Under the lock.</summary>
    internal bool TryTakeNow(WorkerSlot worker, [NotNullWhen(true)] out BatchItem? item)
        => _board.TryTake(worker, inSequence: _options.Ordered && _results.Count > _mostParked, out item);

    /// <summary>A document has its outcome.</summary>
    /// <param name="item">The document.</param>
    /// <param name="result">The outcome.</param>
    /// <param name="isMoreComing">
    /// Whether whoever completed it goes on with another at once: then the reader is told of both together, for to wake him for every small
    /// document takes as long as to convert it.
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

            _board.NotifyWaiting();
            SignalRoom();
            _hasPendingResults |= _results.HasNext;
            if (!isMoreComing)
            {
                NotifyResults();
            }
        }
    }

    /// <summary>Tells the reader of results that whoever completed them has kept to himself for too long.</summary>
    public void NotifyPendingResults()
    {
        lock (_gate)
        {
            NotifyResults();
        }
    }

    /// <summary>A document goes back to be tried again, or to be begun by another worker.</summary>
    public void Return(BatchItem item)
    {
        Func<BatchItem, ConversionResult>? verdict;
        lock (_gate)
        {
            verdict = _outcomeOfUnstarted;
            if (verdict is null)
            {
                _board.Add(item);
            }
        }

        if (verdict is not null)
        {
            Complete(item, verdict(item));
        }
    }

    /// <summary>A document is in nobody's hand until it is tried again. False where the batch has ended, and the document with it.</summary>
    public bool TryRest(BatchItem item)
    {
        Func<BatchItem, ConversionResult>? verdict;
        lock (_gate)
        {
            verdict = _outcomeOfUnstarted;
            if (verdict is null)
            {
                _board.Rest(item);
                return true;
            }
        }

        Complete(item, verdict(item));
        return false;
    }

    /// <summary>A document that rested waits for a worker again, unless the batch has ended.</summary>
    public void Resume(BatchItem item)
    {
        lock (_gate)
        {
            _board.Resume(item);
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
            SignalRoom();
            result = next.Result;
            return true;
        }
    }

    /// <summary>Whatever no worker has begun, now and from now on, gets this outcome without being tried.</summary>
    public void EndUnstarted(Func<BatchItem, ConversionResult> verdict)
    {
        IReadOnlyList<BatchItem> unstarted;
        lock (_gate)
        {
            if (_outcomeOfUnstarted is not null)
            {
                return;
            }

            _outcomeOfUnstarted = verdict;
            unstarted = _board.TakeAll();
        }

        foreach (var item in unstarted)
        {
            Complete(item, verdict(item));
        }
    }

    /// <summary>The workers there are, those given up among them until they return.</summary>
    public IReadOnlyList<WorkerSlot> Workers()
    {
        lock (_gate)
        {
            return [.. _board.Workers];
        }
    }

    private static long HeldBy(ConversionResult result) => result.Content is { } content ? content.Length * (long)sizeof(char) : 0;

    private void NotifyResults()
    {
        if (_hasPendingResults)
        {
            _hasPendingResults = false;
            _resultsChanged.Set();
        }
    }

    private void SignalRoom()
    {
        if (_roomWanted)
        {
            _roomWanted = false;
            _roomChanged.Set();
            _resultsChanged.Set();
        }
    }
}
