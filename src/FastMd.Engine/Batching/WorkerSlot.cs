using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// One worker's place: the documents it took, the one it is at, and whether it was given up. Locked on itself.
/// </summary>
internal sealed class WorkerSlot : IDisposable
{
    private readonly Queue<BatchItem> _taken = new();
    private readonly CancellationTokenSource _cancellation;
    private Attempt? _attempt;
    private BatchItem? _current;

    public WorkerSlot(CancellationToken batch) => _cancellation = CancellationTokenSource.CreateLinkedTokenSource(batch);

    /// <summary>Whether the worker was given up; then it takes no more documents.</summary>
    public bool IsAbandoned { get; private set; }

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
        lock (_taken)
        {
            _current = item;
            return _attempt = new(++item.Attempts, time, _cancellation.Token);
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
    /// <param name="limit">How long it may take; null where it is given up whatever it is at.</param>
    /// <param name="given">The document it is at and the try, given up.</param>
    /// <param name="unstarted">Documents it had taken and not begun.</param>
    public bool TryAbandon(TimeSpan? limit, out (BatchItem Item, Attempt Attempt) given, out IReadOnlyList<BatchItem> unstarted)
    {
        lock (_taken)
        {
            given = default;
            unstarted = [];
            if (_current is null || _attempt is null || (limit is { } longest && _attempt.Elapsed < longest) || !_attempt.TryAbandon())
            {
                return false;
            }

            IsAbandoned = true;
            given = (_current, _attempt);
            unstarted = [.. _taken];
            _taken.Clear();
        }

        _cancellation.Cancel();
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
