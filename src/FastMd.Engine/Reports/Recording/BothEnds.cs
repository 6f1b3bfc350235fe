namespace FastMd.Engine.Reports.Recording;

/// <summary>Keeps the first and the last of any number.</summary>
/// <param name="each">How many of each.</param>
internal sealed class BothEnds<T>(int each)
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
