namespace FastMd.Engine.Batching;

/// <summary>
/// Memory for documents in hand, each of which says what it needs once it was read. Whoever comes first goes first, so that no stream of small
/// documents keeps a large one waiting; one that needs all of it goes alone. Whoever waits holds nothing here, and whoever holds something waits
/// for nothing: so all get their turn.
/// </summary>
/// <param name="budget">The memory limit: what the process takes stays within one and a half times as much.</param>
/// <param name="heap">The memory that there is.</param>
internal sealed class WorkingRoom(long budget, ManagedHeap heap)
{
    // What the process takes before it has a document: the limit is for all of it.
    private const long Process = 64L * 1024 * 1024;

    private readonly object _gate = new();
    private readonly LinkedList<long> _waiting = [];
    private long _heldBefore = heap.HeldBytes;
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

        if (need > budget / 4)
        {
            Collect(need);
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
    public bool IsOutgrown()
    {
        if (heap.HeldBytes - Volatile.Read(ref _heldBefore) <= Most)
        {
            return false;
        }

        heap.Collect();
        return heap.HeldBytes - Volatile.Read(ref _heldBefore) > Most;
    }

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

    /// <summary>What earlier documents left behind is collected before a large one comes on top of it.</summary>
    private void Collect(long need)
    {
        if (heap.HeldBytes - Volatile.Read(ref _heldBefore) > Most - need)
        {
            heap.Collect();
        }

        lock (_gate)
        {
            if (_inside == 1)
            {
                Volatile.Write(ref _heldBefore, heap.HeldBytes);
            }
        }
    }
}
