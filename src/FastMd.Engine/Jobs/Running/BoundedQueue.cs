using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Jobs.Running;

/// <summary>Messages that wait for a reader, who may never come: beyond the bound they are dropped and counted. Safe for any number of threads.</summary>
internal sealed class BoundedQueue<T>
    where T : class
{
    private const int Most = 100_000;

    private readonly ConcurrentQueue<T> _items = new();
    private int _dropped;

    public void Add(T item)
    {
        if (_items.Count < Most)
        {
            _items.Enqueue(item);
        }
        else
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    public bool TryTake([NotNullWhen(true)] out T? item) => _items.TryDequeue(out item);

    /// <summary>How many were dropped since the last call.</summary>
    public int TakeDropped() => Interlocked.Exchange(ref _dropped, 0);
}
