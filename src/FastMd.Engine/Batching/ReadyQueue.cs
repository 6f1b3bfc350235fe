using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Batching;

/// <summary>
/// Documents admitted and not yet taken by a worker. Retries go first, then the largest; a particular one can be asked for.
/// Not thread-safe.
/// </summary>
internal sealed class ReadyQueue
{
    private readonly PriorityQueue<BatchItem, (bool NotRetry, long NegativeLength, long Sequence)> _bySize = new();
    private readonly Dictionary<long, BatchItem> _waiting = [];

    public int Count => _waiting.Count;

    public void Add(BatchItem item)
    {
        _waiting.Add(item.Sequence, item);
        _bySize.Enqueue(item, (item.Attempts == 0, -item.Length, item.Sequence));
    }

    /// <summary>Takes the next document.</summary>
    /// <param name="preferred">Sequence number of the document that goes first if it waits here.</param>
    /// <param name="item">The document.</param>
    public bool TryTake(long? preferred, [NotNullWhen(true)] out BatchItem? item)
    {
        if (preferred is { } sequence && _waiting.Remove(sequence, out item))
        {
            return true;
        }

        // One that was asked for stays in the queue by size until it comes up there.
        while (_bySize.TryDequeue(out item, out _))
        {
            if (_waiting.TryGetValue(item.Sequence, out var waiting) && ReferenceEquals(waiting, item))
            {
                _waiting.Remove(item.Sequence);
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes everything, in sequence.</summary>
    public IReadOnlyList<BatchItem> TakeAll()
    {
        BatchItem[] all = [.. _waiting.Values.OrderBy(item => item.Sequence)];
        _waiting.Clear();
        _bySize.Clear();
        return all;
    }
}
