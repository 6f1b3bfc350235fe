using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Jobs.Running;

/// <summary>Messages that wait for a reader, who may never come: beyond the bound the oldest are dropped. Safe for any number of threads.</summary>
internal sealed class BoundedQueue<T>
    where T : class
{
    private const int Most = 100_000;

    private readonly ConcurrentQueue<T> _items = new();

    public void Add(T item)
    {
        _items.Enqueue(item);
        while (_items.Count > Most && _items.TryDequeue(out _))
        {
        }
    }

    public bool TryTake([NotNullWhen(true)] out T? item) => _items.TryDequeue(out item);
}
