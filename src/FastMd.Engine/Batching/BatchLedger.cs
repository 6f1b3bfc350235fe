using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// The books of a batch, under one lock: what is admitted, who has it, what is done, what may be emitted. Every document admitted gets
/// exactly one result, whatever happens to the workers.
/// </summary>
internal sealed class BatchLedger(BatchOptions options, IBatchObserver observer, CancellationToken cancellation) : IWorkDesk
{
    // So many of the largest are done before their turn, which evens out the end of the batch; who reads the results waits no longer.
    private const int ParkedPerWorker = 32;

    private readonly object _gate = new();
    private readonly AdmissionWindow _window = new(options.WorkingBytes, options.ResultSlots);
    private readonly ReadyQueue _ready = new();
    private readonly ReorderBuffer<(ConversionResult Result, long Held)> _results = new(options.Ordered);
    private readonly List<WorkerSlot> _workers = [];
    private readonly int _mostParked = Math.Min(options.ResultSlots / 2, ParkedPerWorker * options.EffectiveWorkers);
    private readonly Signal _resultsChanged = new();
    private readonly Signal _roomChanged = new();
    private long _admitted;
    private long _completed;
    private long _emitted;
    private bool _roomWanted;
    private bool _closed;
    private Func<BatchItem, ConversionResult>? _verdictOnTheRest;

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

    /// <summary>Whether there is anybody to take documents.</summary>
    public bool HasWorkers
    {
        get
        {
            lock (_gate)
            {
                return _workers.Exists(worker => !worker.IsAbandoned);
            }
        }
    }

    /// <summary>Set when a result may be ready, or when there may be room after <see cref="TryAdmit"/> found none.</summary>
    public Signal ResultsChanged => _resultsChanged;

    /// <summary>Set when there may be room after <see cref="TryAdmit"/> found none.</summary>
    public Signal RoomChanged => _roomChanged;

    /// <summary>Takes a document in if both budgets allow.</summary>
    public bool TryAdmit(PlannedDocument document)
    {
        BatchItem item;
        Func<BatchItem, ConversionResult>? verdict;
        lock (_gate)
        {
            if (_closed)
            {
                throw _verdictOnTheRest is null
                    ? new InvalidOperationException("The batch is closed: no documents can be added.")
                    : new OperationCanceledException("The batch has ended.");
            }

            var estimate = document.Refusal is null ? WorkingBytes.Estimate(document.Source.Length) : 0;
            if (_window.TryAdmit(estimate) is not { } charge)
            {
                _roomWanted = true;
                return false;
            }

            item = new(document, _admitted++, charge);
            verdict = document.Refusal is { } refusal
                ? refused => ConversionResult.NotConverted(refused.Document, ConversionStatus.Failed, refusal)
                : _verdictOnTheRest;
            if (verdict is null)
            {
                _ready.Add(item);
                Monitor.Pulse(_gate);
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
            Monitor.PulseAll(_gate);
        }

        _resultsChanged.Set();
    }

    /// <inheritdoc/>
    public WorkerSlot Enter()
    {
        lock (_gate)
        {
            var worker = new WorkerSlot(cancellation);
            _workers.Add(worker);
            return worker;
        }
    }

    /// <inheritdoc/>
    public void Leave(WorkerSlot worker)
    {
        lock (_gate)
        {
            _workers.Remove(worker);
            worker.Dispose();
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until only workers that were given up are left; at most so long.</summary>
    public void WaitForWorkersToLeave(TimeSpan patience)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_gate)
        {
            while (_workers.Exists(worker => !worker.IsAbandoned) && deadline - Environment.TickCount64 is > 0 and var left)
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
            while (!worker.IsAbandoned)
            {
                if (_ready.TryTake(BlockerOfEmission(), out item))
                {
                    TakeSmallOnesAlong(worker, item);
                    return true;
                }

                if (_verdictOnTheRest is not null || (_closed && _completed == _admitted))
                {
                    break;
                }

                if (!ShareOutTaken())
                {
                    Monitor.Wait(_gate);
                }
            }
        }

        item = null;
        return false;
    }

    /// <summary>A document has its outcome.</summary>
    public void Complete(BatchItem item, ConversionResult result)
    {
        observer.Completed(result);
        lock (_gate)
        {
            var held = _window.Complete(item.Charge, HeldBy(result));
            _results.Add(item.Sequence, (result, held));
            _completed++;
            if (_closed && _completed == _admitted)
            {
                Monitor.PulseAll(_gate);
            }

            SignalRoom();
            if (_results.HasNext)
            {
                _resultsChanged.Set();
            }
        }
    }

    /// <summary>A document goes back to be tried again, or to be begun by another worker.</summary>
    public void Return(BatchItem item)
    {
        Func<BatchItem, ConversionResult>? verdict;
        lock (_gate)
        {
            verdict = _verdictOnTheRest;
            if (verdict is null)
            {
                _ready.Add(item);
                Monitor.Pulse(_gate);
            }
        }

        if (verdict is not null)
        {
            Complete(item, verdict(item));
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
    public void EndTheRest(Func<BatchItem, ConversionResult> verdict)
    {
        List<BatchItem> unstarted;
        lock (_gate)
        {
            if (_verdictOnTheRest is not null)
            {
                return;
            }

            _verdictOnTheRest = verdict;
            unstarted = [.. _ready.TakeAll(), .. _workers.SelectMany(worker => worker.TakeBack())];
            Monitor.PulseAll(_gate);
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
            return [.. _workers];
        }
    }

    private static long HeldBy(ConversionResult result) => result.Content is { } content ? content.Length * (long)sizeof(char) : 0;

    /// <summary>The document to run first: the one all parked results wait for, once they are many.</summary>
    private long? BlockerOfEmission() => options.Ordered && _results.Count > _mostParked ? _results.Next : null;

    private void TakeSmallOnesAlong(WorkerSlot worker, BatchItem first)
    {
        var more = SmallDocuments.BatchCount(first.Length, _ready.Count, options.EffectiveWorkers, options.BatchSize) - 1;
        if (more <= 0)
        {
            return;
        }

        var along = new List<BatchItem>(more);
        while (along.Count < more && _ready.TryTakeNoLarger(first.Length, out var next))
        {
            along.Add(next);
        }

        worker.Take(along);
    }

    /// <summary>
    /// Puts what workers took along and have not begun back into the queue, so that none waits behind a slow document while somebody
    /// is idle. Says whether there was any.
    /// </summary>
    private bool ShareOutTaken()
    {
        foreach (var item in _workers.SelectMany(worker => worker.TakeBack()))
        {
            _ready.Add(item);
            Monitor.Pulse(_gate);
        }

        return _ready.Count > 0;
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
