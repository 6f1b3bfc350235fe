using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>The state of one worker: its prefetched documents, its current document, and whether it was abandoned. Locks on its own queue.</summary>
internal sealed class WorkerSlot : IDisposable
{
    private readonly Queue<BatchItem> _prefetched = new();
    private readonly CancellationTokenSource _cancellation;
    private readonly WorkingRoom? _room;
    private readonly int _number;
    private readonly long _entered;
    private Attempt? _attempt;
    private BatchItem? _current;
    private TimeSpan _busy;
    private long _documents;

    /// <summary>A worker that begins.</summary>
    /// <param name="batch">Cancelled when the batch is.</param>
    /// <param name="room">Memory for the documents in progress; null where none is kept.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="entered">When it began, as the clock counts.</param>
    public WorkerSlot(CancellationToken batch, WorkingRoom? room = null, int number = 1, long entered = 0)
    {
        _number = number;
        _entered = entered;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(batch);
        _room = room;
    }

    /// <summary>Whether the worker was abandoned; then it takes no more documents.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Tier of the documents it is at; null while it has none. Kept by the desk, under the desk's lock.</summary>
    public SizeTier? Running { get; set; }

    /// <summary>Bytes of memory granted to the current document; 0 when there is none, or when it has not requested any yet.</summary>
    public long MemoryTaken
    {
        get
        {
            lock (_prefetched)
            {
                return _attempt?.Taken ?? 0;
            }
        }
    }

    /// <summary>Whether it has documents it has not begun.</summary>
    public bool HasPrefetched
    {
        get
        {
            lock (_prefetched)
            {
                return _prefetched.Count > 0;
            }
        }
    }

    public void Prefetch(IEnumerable<BatchItem> items)
    {
        lock (_prefetched)
        {
            foreach (var item in items)
            {
                _prefetched.Enqueue(item);
            }
        }
    }

    public bool TryTakePrefetched([NotNullWhen(true)] out BatchItem? item)
    {
        lock (_prefetched)
        {
            return _prefetched.TryDequeue(out item);
        }
    }

    public Attempt Begin(BatchItem item, TimeProvider time)
    {
        // Read outside the lock: a test clock may run timers on the thread that reads it.
        if (item.Attempts++ == 0)
        {
            item.QueueWait = time.GetElapsedTime(item.AdmittedAt);
        }

        var attempt = new Attempt(item.Attempts, time, item.QueueWait, _room, item.IsExclusive, _cancellation.Token);
        lock (_prefetched)
        {
            _current = item;
            return _attempt = attempt;
        }
    }

    /// <summary>What the worker is at, for whoever watches the batch.</summary>
    public WorkerState StateAt(long now, TimeProvider time)
    {
        lock (_prefetched)
        {
            var since = time.GetElapsedTime(_entered, now);
            var atDocument = _attempt?.Elapsed ?? TimeSpan.Zero;
            return new(
                _number, _current?.Document.Source.Name, atDocument, _documents, since > TimeSpan.Zero ? Math.Min(1, (_busy + atDocument) / since) : 0, IsAbandoned);
        }
    }

    /// <summary>Whether the worker's outcome counts.</summary>
    public bool TryFinish(Attempt attempt)
    {
        // Read outside the lock: a test clock may run timers on the thread that reads it.
        var taken = attempt.Elapsed;
        lock (_prefetched)
        {
            if (!attempt.TryFinish())
            {
                return false;
            }

            _current = null;
            _attempt = null;
            _busy += taken;
            _documents++;
            return true;
        }
    }

    /// <summary>Abandons the worker if its document has exceeded its time limit. Its prefetched documents are handed back.</summary>
    /// <param name="limitOf">How long it may take over a document; null where it is abandoned whatever it is at.</param>
    /// <param name="abandoned">The document it is at and the attempt, abandoned.</param>
    /// <param name="unstarted">Documents it had taken and not begun.</param>
    public bool TryAbandon(Func<BatchItem, TimeSpan>? limitOf, out (BatchItem Item, Attempt Attempt) abandoned, out IReadOnlyList<BatchItem> unstarted)
    {
        abandoned = default;
        unstarted = [];
        BatchItem? item;
        Attempt? attempt;
        lock (_prefetched)
        {
            (item, attempt) = (_current, _attempt);
        }

        if (item is null || attempt is null || (limitOf is not null && attempt.Elapsed < limitOf(item)))
        {
            return false;
        }

        lock (_prefetched)
        {
            if (_attempt != attempt || !attempt.TryAbandon())
            {
                return false;
            }

            IsAbandoned = true;
            abandoned = (item, attempt);
            unstarted = [.. _prefetched];
            _prefetched.Clear();
        }

        Cancellations.Cancel(_cancellation);
        return true;
    }

    /// <summary>Takes back what the worker has not begun.</summary>
    public IReadOnlyList<BatchItem> TakePrefetched()
    {
        lock (_prefetched)
        {
            BatchItem[] unstarted = [.. _prefetched];
            _prefetched.Clear();
            return unstarted;
        }
    }

    public void Dispose()
    {
        lock (_prefetched)
        {
            // The thread that abandons a worker cancels this source afterwards, so it must not be disposed here; the garbage collector frees it.
            if (!IsAbandoned)
            {
                _cancellation.Dispose();
            }
        }
    }
}

/// <summary>What a worker is at, at one moment.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Document">Path or name of the document it is at; null where it waits for one.</param>
/// <param name="For">For how long it has been at it, without what it waited for memory.</param>
/// <param name="Documents">Documents it has finished.</param>
/// <param name="Efficiency">Share of its time that it was at documents, 0 to 1.</param>
/// <param name="IsStuck">Whether its document was given up, and it has not returned from it.</param>
internal readonly record struct WorkerState(int Number, string? Document, TimeSpan For, long Documents, double Efficiency, bool IsStuck);
