using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Batching;

/// <summary>
/// Documents admitted and not yet taken by a worker. Retries go first, then the largest; a particular one can be asked for.
/// Not thread-safe.
/// </summary>
internal sealed class ReadyQueue
{
    private readonly SortedSet<BatchItem> _bySize = new(Comparer<BatchItem>.Create(static (left, right) => Rank(left).CompareTo(Rank(right))));
    private readonly Dictionary<long, BatchItem> _waiting = [];

    public int Count => _waiting.Count;

    public void Add(BatchItem item)
    {
        _waiting.Add(item.Sequence, item);
        _bySize.Add(item);
    }

    /// <summary>Takes the next document.</summary>
    /// <param name="preferred">Sequence number of the document that goes first if it waits here.</param>
    /// <param name="item">The document.</param>
    public bool TryTake(long? preferred, [NotNullWhen(true)] out BatchItem? item)
    {
        item = preferred is { } sequence && _waiting.TryGetValue(sequence, out var asked) ? asked : _bySize.Min;
        return item is not null && Remove(item);
    }

    /// <summary>Takes the next document if it is no larger than so many bytes.</summary>
    public bool TryTakeNoLarger(long length, [NotNullWhen(true)] out BatchItem? item)
    {
        item = _bySize.Min;
        return item is not null && item.Length <= length && Remove(item);
    }

    /// <summary>Takes everything, in sequence.</summary>
    public IReadOnlyList<BatchItem> TakeAll()
    {
        BatchItem[] all = [.. _waiting.Values.OrderBy(item => item.Sequence)];
        _waiting.Clear();
        _bySize.Clear();
        return all;
    }

    private static (bool NotRetry, long NegativeLength, long Sequence) Rank(BatchItem item)
        => (item.Attempts == 0, -item.Length, item.Sequence);

    private bool Remove(BatchItem item) => _waiting.Remove(item.Sequence) && _bySize.Remove(item);
}
