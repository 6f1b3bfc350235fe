using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// One worker's place: the documents it took, the one it is at, and whether it was given up. Locked on itself.
/// </summary>
internal sealed class WorkerSlot : IDisposable
{
    private readonly Queue<BatchItem> _taken = new();
    private readonly CancellationTokenSource _cancellation;
    private readonly WorkingRoom? _room;
    private Attempt? _attempt;
    private BatchItem? _current;

    public WorkerSlot(CancellationToken batch, WorkingRoom? room = null)
    {
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(batch);
        _room = room;
    }

    /// <summary>Whether the worker was given up; then it takes no more documents.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Tier of the documents it is at; null while it has none. Kept by the desk, under the desk's lock.</summary>
    public SizeTier? Running { get; set; }

    /// <summary>Bytes of memory that the document in hand was given; 0 where there is none, or where it has not asked yet.</summary>
    public long MemoryTaken
    {
        get
        {
            lock (_taken)
            {
                return _attempt?.Taken ?? 0;
            }
        }
    }

    /// <summary>Whether it has documents it has not begun.</summary>
    public bool HasMore
    {
        get
        {
            lock (_taken)
            {
                return _taken.Count > 0;
            }
        }
    }

    public void Take(IEnumerable<BatchItem> items)
    {
        lock (_taken)
        {
            foreach (var item in items)
            {
                _taken.Enqueue(item);
            }
        }
    }

    public bool TryNext([NotNullWhen(true)] out BatchItem? item)
    {
        lock (_taken)
        {
            return _taken.TryDequeue(out item);
        }
    }

    public Attempt Begin(BatchItem item, TimeProvider time)
    {
        // Not under the lock: a clock that is set by hand runs its timers on the thread of whoever asks it.
        if (item.Attempts++ == 0)
        {
            item.QueueWait = time.GetElapsedTime(item.AdmittedAt);
        }

        var attempt = new Attempt(item.Attempts, time, item.QueueWait, _room, item.GoesAlone, _cancellation.Token);
        lock (_taken)
        {
            _current = item;
            return _attempt = attempt;
        }
    }

    /// <summary>Whether the worker's outcome counts.</summary>
    public bool TryFinish(Attempt attempt)
    {
        lock (_taken)
        {
            if (!attempt.TryFinish())
            {
                return false;
            }

            _current = null;
            _attempt = null;
            return true;
        }
    }

    /// <summary>Gives the worker up if it has been at its document for too long. What it had taken besides goes back.</summary>
    /// <param name="limitOf">How long it may take over a document; null where it is given up whatever it is at.</param>
    /// <param name="given">The document it is at and the try, given up.</param>
    /// <param name="unstarted">Documents it had taken and not begun.</param>
    public bool TryAbandon(Func<BatchItem, TimeSpan>? limitOf, out (BatchItem Item, Attempt Attempt) given, out IReadOnlyList<BatchItem> unstarted)
    {
        given = default;
        unstarted = [];
        BatchItem? item;
        Attempt? attempt;
        lock (_taken)
        {
            (item, attempt) = (_current, _attempt);
        }

        if (item is null || attempt is null || (limitOf is not null && attempt.Elapsed < limitOf(item)))
        {
            return false;
        }

        lock (_taken)
        {
            if (_attempt != attempt || !attempt.TryAbandon())
            {
                return false;
            }

            IsAbandoned = true;
            given = (item, attempt);
            unstarted = [.. _taken];
            _taken.Clear();
        }

        Cancellations.Cancel(_cancellation);
        return true;
    }

    /// <summary>Takes back what the worker has not begun.</summary>
    public IReadOnlyList<BatchItem> TakeBack()
    {
        lock (_taken)
        {
            BatchItem[] unstarted = [.. _taken];
            _taken.Clear();
            return unstarted;
        }
    }

    public void Dispose()
    {
        lock (_taken)
        {
            // Whoever gives a worker up cancels it afterwards; then the garbage collector has the last word.
            if (!IsAbandoned)
            {
                _cancellation.Dispose();
            }
        }
    }
}
