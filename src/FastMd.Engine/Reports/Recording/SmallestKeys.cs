namespace FastMd.Engine.Reports.Recording;

/// <summary>Keeps the few that have the smallest keys, of any number.</summary>
/// <param name="capacity">How many, from 1.</param>
internal sealed class SmallestKeys<T>(int capacity)
    where T : class
{
    // Smallest first. Classes and whole numbers: other collections would be compiled anew in every process.
    private readonly List<Kept> _kept = [];

    /// <summary>Whether one with this key would be kept: ask before you make it.</summary>
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

/// <summary>Keeps the first and the last of any number.</summary>
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
