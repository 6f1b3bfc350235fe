using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// Results that wait to be emitted: by sequence number without gaps, or as they come. Not thread-safe.
/// </summary>
/// <param name="ordered">Whether results leave by sequence number.</param>
internal sealed class ReorderBuffer<T>(bool ordered)
{
    private readonly Dictionary<long, T> _parked = [];
    private readonly Queue<T> _arrived = new();

    /// <summary>Sequence number of the result to be emitted next, where order is kept.</summary>
    public long Next { get; private set; }

    /// <summary>How many results are here.</summary>
    public int Count => _parked.Count + _arrived.Count;

    /// <summary>Whether a result can be emitted.</summary>
    public bool HasNext => ordered ? _parked.ContainsKey(Next) : _arrived.Count > 0;

    public void Add(long sequence, T result)
    {
        if (ordered)
        {
            _parked.Add(sequence, result);
        }
        else
        {
            _arrived.Enqueue(result);
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T result)
    {
        if (!ordered)
        {
            return _arrived.TryDequeue(out result);
        }

        if (!_parked.Remove(Next, out result))
        {
            return false;
        }

        Next++;
        return true;
    }
}

/// <summary>
/// A parked result, which waits to be emitted. A class, because generic collections of structs have to be compiled by the JIT in every process.
/// </summary>
/// <param name="Result">The result.</param>
/// <param name="Held">Working bytes it still holds.</param>
internal sealed record ParkedResult(ConversionResult Result, long Held);
