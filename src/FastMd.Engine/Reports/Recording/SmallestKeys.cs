namespace FastMd.Engine.Reports.Recording;

/// <summary>Keeps the items with the smallest keys, up to a capacity.</summary>
/// <param name="capacity">How many, from 1.</param>
internal sealed class SmallestKeys<T>(int capacity)
    where T : class
{
    // Smallest first. Uses classes and integers, because generic collections of other types have to be compiled by the JIT in every process.
    private readonly List<Kept> _kept = [];

    /// <summary>Whether an item with this key would be kept. Check before creating the item.</summary>
    public bool Wants(long key) => _kept.Count < capacity || key < _kept[^1].Key;

    public void Add(long key, T item)
    {
        if (!Wants(key))
        {
            return;
        }

        if (_kept.Count == capacity)
        {
            _kept.RemoveAt(capacity - 1);
        }

        var place = _kept.Count;
        while (place > 0 && _kept[place - 1].Key > key)
        {
            place--;
        }

        _kept.Insert(place, new(key, item));
    }

    public IReadOnlyList<T> ToList() => [.. _kept.Select(kept => kept.Item)];

    private sealed record Kept(long Key, T Item);
}

/// <summary>Keeps the first and the last items of a sequence.</summary>
/// <param name="each">How many of each.</param>
internal sealed class FirstAndLast<T>(int each)
{
    private readonly List<T> _first = [];
    private readonly Queue<T> _last = new();
    private long _count;

    public void Add(T item)
    {
        _count++;
        if (_first.Count < each)
        {
            _first.Add(item);
            return;
        }

        if (_last.Count == each)
        {
            _last.Dequeue();
        }

        _last.Enqueue(item);
    }

    public Excerpt<T> ToExcerpt() => new(_count, [.. _first, .. _last]);
}
