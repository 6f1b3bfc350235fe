using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Batching;

/// <summary>
/// Documents admitted and not yet taken by a worker. Retries go first, then a particular one that is asked for, then the largest. Not
/// thread-safe.
/// </summary>
internal sealed class ReadyQueue
{
    private static readonly Comparer<BatchItem> LargestFirst = Comparer<BatchItem>.Create(
        static (left, right) => (-left.Length, left.Sequence).CompareTo((-right.Length, right.Sequence)));

    private static readonly Comparer<BatchItem> FirstFirst = Comparer<BatchItem>.Create(
        static (left, right) => left.Sequence.CompareTo(right.Sequence));

    private readonly SortedSet<BatchItem> _retries = new(LargestFirst);
    private readonly SortedSet<BatchItem>[] _firstAttempts = [.. Enumerable.Range(0, TierTable.Count).Select(_ => new SortedSet<BatchItem>(LargestFirst))];
    private readonly Dictionary<long, BatchItem> _waiting = [];
    private readonly SortedSet<BatchItem> _bySequence = new(FirstFirst);

    public int Count => _waiting.Count;

    /// <summary>Sequence number of the first document that waits here; null where none does.</summary>
    public long? First => _bySequence.Min?.Sequence;

    public void Add(BatchItem item)
    {
        _waiting.Add(item.Sequence, item);
        _bySequence.Add(item);
        SetOf(item).Add(item);
    }

    /// <summary>Takes the next document that may run.</summary>
    /// <param name="preferred">Sequence number of the document that goes before all but retries if it waits here.</param>
    /// <param name="mayRun">Whether a document of a tier may run now.</param>
    /// <param name="item">The document.</param>
    public bool TryTake(long? preferred, Func<SizeTier, bool> mayRun, [NotNullWhen(true)] out BatchItem? item)
    {
        item = _retries.FirstOrDefault(retry => mayRun(retry.Tier)) ?? Preferred(preferred, mayRun) ?? NextFirstAttempt(mayRun);
        return item is not null && Remove(item);
    }

    /// <summary>Takes a document to be done right after another: of the same tier and no larger, the largest there is.</summary>
    public bool TryTakeBatched(BatchItem first, [NotNullWhen(true)] out BatchItem? item)
    {
        item = _firstAttempts[(int)first.Tier].Min;
        return item is not null && item.Length <= first.Length && Remove(item);
    }

    /// <summary>Takes a particular document to be done right after another, if it waits here for its first attempt and is of the same tier.</summary>
    public bool TryTakeBatched(BatchItem first, long sequence, long mostBytes, [NotNullWhen(true)] out BatchItem? item)
        => _waiting.TryGetValue(sequence, out item) && item.Tier == first.Tier && item.Attempts == 0 && item.Length <= mostBytes && Remove(item);

    /// <summary>Takes everything, in sequence.</summary>
    public IReadOnlyList<BatchItem> TakeAll()
    {
        BatchItem[] all = [.. _waiting.Values.OrderBy(item => item.Sequence)];
        _waiting.Clear();
        _bySequence.Clear();
        _retries.Clear();
        foreach (var tier in _firstAttempts)
        {
            tier.Clear();
        }

        return all;
    }

    private BatchItem? Preferred(long? sequence, Func<SizeTier, bool> mayRun)
        => sequence is { } asked && _waiting.TryGetValue(asked, out var item) && mayRun(item.Tier) ? item : null;

    private BatchItem? NextFirstAttempt(Func<SizeTier, bool> mayRun)
    {
        for (var tier = _firstAttempts.Length - 1; tier >= 0; tier--)
        {
            if (_firstAttempts[tier].Min is { } largest && mayRun((SizeTier)tier))
            {
                return largest;
            }
        }

        return null;
    }

    private SortedSet<BatchItem> SetOf(BatchItem item) => item.Attempts > 0 ? _retries : _firstAttempts[(int)item.Tier];

    private bool Remove(BatchItem item) => _waiting.Remove(item.Sequence) && _bySequence.Remove(item) && SetOf(item).Remove(item);
}
