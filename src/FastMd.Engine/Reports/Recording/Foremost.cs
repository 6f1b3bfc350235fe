namespace FastMd.Engine.Reports.Recording;

/// <summary>Keeps the few that come first by their key, of any number.</summary>
/// <param name="capacity">How many, from 1.</param>
/// <param name="order">Which of two keys comes first.</param>
internal sealed class Foremost<TKey, T>(int capacity, Comparison<TKey> order)
{
    private readonly IComparer<TKey> _order = Comparer<TKey>.Create(order);

    // The last of those kept is at the head: it goes when a better one comes.
    private readonly PriorityQueue<T, TKey> _kept = new(Comparer<TKey>.Create((left, right) => order(right, left)));

    /// <summary>Whether one with this key would be kept: ask before you make it.</summary>
    public bool Wants(TKey key) => _kept.Count < capacity || (_kept.TryPeek(out _, out var last) && order(key, last) < 0);

    public void Add(TKey key, T item)
    {
        if (_kept.Count < capacity)
        {
            _kept.Enqueue(item, key);
        }
        else
        {
            _kept.EnqueueDequeue(item, key);
        }
    }

    public IReadOnlyList<T> ToList()
        => [.. _kept.UnorderedItems.OrderBy(item => item.Priority, _order).Select(item => item.Element)];
}
