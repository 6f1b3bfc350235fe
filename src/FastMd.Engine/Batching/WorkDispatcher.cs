using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Batching;

/// <summary>
/// The documents that wait for a worker or for their next attempt, and the workers with their permits. Not thread-safe: the caller holds the lock
/// that the bell belongs to.
/// </summary>
internal sealed class WorkDispatcher(BatchOptions options, Bell bell)
{
    private readonly ReadyQueue _ready = new();
    private readonly HashSet<BatchItem> _backingOff = [];
    private readonly WorkerRoster _workers = new(options.Tiers, options.Threads);

    /// <summary>Documents that wait for a worker.</summary>
    public int Waiting => _ready.Count;

    /// <summary>Workers that are at a document.</summary>
    public int BusyWorkers => WorkersOf(_workers.Busy);

    /// <summary>Workers that may be.</summary>
    public int AllowedWorkers => WorkersOf(_workers.Allowed);

    /// <summary>Whether any worker can take documents.</summary>
    public bool HasWorkers => _workers.HasPresent;

    /// <summary>All workers, including abandoned ones.</summary>
    public IReadOnlyList<WorkerSlot> Workers => _workers.All;

    public void Enter(WorkerSlot worker) => _workers.Add(worker);

    public void Leave(WorkerSlot worker)
    {
        _workers.Remove(worker);
        bell.RingAll();
    }

    /// <summary>How many workers may be at documents at once; those beyond finish what they are at.</summary>
    public void Allow(int workers)
    {
        var threads = workers * options.InHandPerWorker;
        if (_workers.Allowed != threads)
        {
            _workers.Allowed = threads;
            bell.RingAll();
        }
    }

    /// <summary>A document waits for a worker.</summary>
    public void Add(BatchItem item)
    {
        _ready.Add(item);
        bell.RingOne();
    }

    /// <summary>Suspends a document until <see cref="Resume"/>, while it waits out its back-off.</summary>
    public void BackOff(BatchItem item) => _backingOff.Add(item);

    /// <summary>Puts a document back into the queue, unless it was removed meanwhile.</summary>
    public void Resume(BatchItem item)
    {
        if (_backingOff.Remove(item))
        {
            Add(item);
        }
    }

    /// <summary>Marks the worker as idle.</summary>
    public void Release(WorkerSlot worker)
    {
        worker.Running = null;
        NotifyWaiting();
    }

    /// <summary>The worker's next document, if there is one that it may take. Small ones after it go with it.</summary>
    /// <param name="worker">The worker; it has put down what it had.</param>
    /// <param name="inSequence">Whether documents go in sequence now, rather than the largest first.</param>
    /// <param name="item">The document.</param>
    public bool TryTake(WorkerSlot worker, bool inSequence, [NotNullWhen(true)] out BatchItem? item)
    {
        item = null;
        if (worker.IsAbandoned || !_workers.HasPermit)
        {
            return false;
        }

        var preferred = inSequence ? _ready.First : null;
        if (!_ready.TryTake(preferred, _workers.MayRun, out item)
            && (!RequeuePrefetched() || !_ready.TryTake(preferred, _workers.MayRun, out item)))
        {
            return false;
        }

        worker.Running = item.Tier;
        PrefetchSmallDocuments(worker, item, inSequence: item.Sequence == preferred);
        return true;
    }

    /// <summary>Removes and returns every document that no worker has started.</summary>
    public IReadOnlyList<BatchItem> TakeAll()
    {
        BatchItem[] all = [.. _ready.TakeAll(), .. _backingOff, .. _workers.All.SelectMany(worker => worker.TakePrefetched())];
        _backingOff.Clear();
        bell.RingAll();
        return all;
    }

    /// <summary>Wakes workers that a limit kept from waiting documents, because the limit may no longer apply.</summary>
    public void NotifyWaiting()
    {
        if (_workers.IsRestricted)
        {
            bell.RingAll();
        }
    }

    private int WorkersOf(int threads) => (threads + options.InHandPerWorker - 1) / options.InHandPerWorker;

    private void PrefetchSmallDocuments(WorkerSlot worker, BatchItem first, bool inSequence)
    {
        var more = SmallDocuments.BatchCount(first.Length, _ready.Count, options.Threads, options.BatchSize) - 1;
        if (more <= 0)
        {
            return;
        }

        var prefetched = new List<BatchItem>(more);
        var bytes = SmallDocuments.BatchBytes - first.Length;
        while (prefetched.Count < more && TryTakeOneMore(out var next))
        {
            prefetched.Add(next);
            bytes -= next.Length;
        }

        worker.Prefetch(prefetched);

        bool TryTakeOneMore([NotNullWhen(true)] out BatchItem? next) => inSequence
            ? _ready.TryTakeBatched(first, first.Sequence + prefetched.Count + 1, bytes, out next)
            : _ready.TryTakeBatched(first, out next);
    }

    /// <summary>
    /// Puts prefetched documents that were not started back into the queue, so that none waits behind a slow document while a worker is idle. Returns
    /// whether there were any.
    /// </summary>
    private bool RequeuePrefetched()
    {
        var any = false;
        foreach (var item in _workers.All.SelectMany(worker => worker.TakePrefetched()))
        {
            any = true;
            Add(item);
        }

        return any;
    }
}

/// <summary>The condition variable that workers wait on for a document. Tests substitute their own, to decide which worker wakes up when.</summary>
/// <param name="gate">The lock that is held at every call.</param>
internal class Bell(object gate)
{
    public virtual void RingOne() => Monitor.Pulse(gate);

    public virtual void RingAll() => Monitor.PulseAll(gate);

    public virtual void Wait() => Monitor.Wait(gate);
}
