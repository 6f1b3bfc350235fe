using System.Globalization;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;

namespace FastMd.Parallel.Simulating;

/// <summary>The engine's own queue, in the order in which it hands documents out.</summary>
internal sealed class RealQueue
{
    private readonly ReadyQueue _queue = new();

    public RealQueue(IReadOnlyList<int> lengths)
    {
        var tiers = new TierTable();
        for (var index = 0; index < lengths.Count; index++)
        {
            var source = DocumentSource.FromFile("/" + index.ToString(CultureInfo.InvariantCulture), lengths[index]);
            _queue.Add(new(new(index, source), index, charge: 0, tiers.Of(lengths[index]), admittedAt: 0));
        }
    }

    public int Count => _queue.Count;

    /// <summary>The next document's place in the input; null where there is none.</summary>
    public int? Take() => _queue.TryTake(preferred: null, static _ => true, out var item) ? (int)item.Sequence : null;

    /// <summary>The next document and the small ones a worker takes along with it; empty where there is none.</summary>
    public IReadOnlyList<int> TakeAlong(int workers)
    {
        if (!_queue.TryTake(preferred: null, static _ => true, out var first))
        {
            return [];
        }

        var taken = new List<int> { (int)first.Sequence };
        for (var more = SmallDocuments.BatchCount(first.Length, _queue.Count, workers, configured: 0) - 1; more > 0; more--)
        {
            if (_queue.TryTakeBatched(first, out var next))
            {
                taken.Add((int)next.Sequence);
            }
        }

        return taken;
    }
}
