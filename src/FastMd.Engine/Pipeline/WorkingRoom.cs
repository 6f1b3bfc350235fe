namespace FastMd.Engine.Pipeline;

/// <summary>
/// Admission to memory for the documents in hand, each of which says what it needs once it was read. First in, first out, so that a stream of
/// small documents does not starve a large one; a document that needs all of the memory runs alone. A waiting document holds no memory, and one
/// that holds memory does not wait: no deadlock.
/// </summary>
/// <param name="budget">The memory limit: what the process takes stays within one and a half times as much.</param>
/// <param name="heap">The memory that there is.</param>
internal sealed class WorkingRoom(long budget, ManagedHeap heap)
{
    // What the process takes before it has a document, and what documents leave behind until it is collected.
    private const long Process = 128L * 1024 * 1024;

    // What may be allocated between two looks at the heap, and while it is collected.
    private const long UntilCollected = 20L * 1024 * 1024;

    // Documents that need less than this part of the limit leave collections to the runtime.
    private const long LargeShare = 16;

    private readonly object _gate = new();
    private readonly LinkedList<long> _waiting = [];
    private readonly long _heldAtStart = heap.HeldBytes;
    private long _heldAround = heap.HeldBytes;
    private long _heldAfterCollection;
    private long _inUse;
    private int _inside;

    /// <summary>The memory limit.</summary>
    public long Budget => budget;

    /// <summary>Bytes that documents may need at once: with the process itself one and a half times the limit, but no less than the limit.</summary>
    public long Most { get; } = Math.Max(budget, budget + (budget / 2) - Process);

    /// <summary>Documents inside.</summary>
    public int Inside
    {
        get
        {
            lock (_gate)
            {
                return _inside;
            }
        }
    }

    /// <summary>Documents that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Waits until there is room for what needs so many bytes, and takes it.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants it any more.</exception>
    public void Enter(long need, CancellationToken cancellation)
    {
        if (!TryEnterNow(need))
        {
            using var awakening = cancellation.UnsafeRegister(static room => ((WorkingRoom)room!).Wake(), this);
            WaitForRoom(need, cancellation);
        }

        // What earlier documents left behind is collected before a large one comes on top of it.
        if (need > budget / LargeShare && TryCollect(Most - need))
        {
            NoteWhatIsAround();
        }
    }

    /// <summary>Gives back what was taken.</summary>
    public void Leave(long need)
    {
        lock (_gate)
        {
            _inUse -= need;
            _inside--;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Whether documents inside have taken more than may be, and a collection does not help.</summary>
    public bool IsOutgrown() => TryCollect(Most - UntilCollected) && heap.HeldBytes - Volatile.Read(ref _heldAround) > Most;

    private bool TryEnterNow(long need)
    {
        lock (_gate)
        {
            return _waiting.Count == 0 && TryTake(need);
        }
    }

    private void WaitForRoom(long need, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var place = _waiting.AddLast(need);
            try
            {
                while (_waiting.First != place || !TryTake(need))
                {
                    cancellation.ThrowIfCancellationRequested();
                    Monitor.Wait(_gate);
                }
            }
            finally
            {
                _waiting.Remove(place);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private bool TryTake(long need)
    {
        if (_inside > 0 && _inUse > Most - need)
        {
            return false;
        }

        _inUse += need;
        _inside++;
        return true;
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Collects if more is held than that. Where a collection has found that it is mostly needed, as in a process that others share, there is
    /// none until much was added.
    /// </summary>
    private bool TryCollect(long most)
    {
        var held = heap.HeldBytes;
        if (held - _heldAtStart <= most || held - Volatile.Read(ref _heldAfterCollection) <= Most / 8)
        {
            return false;
        }

        heap.Collect();
        Volatile.Write(ref _heldAfterCollection, heap.HeldBytes);
        return true;
    }

    /// <summary>What is held while one document is inside that has not begun is not that document's.</summary>
    private void NoteWhatIsAround()
    {
        lock (_gate)
        {
            if (_inside == 1)
            {
                Volatile.Write(ref _heldAround, heap.HeldBytes);
            }
        }
    }
}
