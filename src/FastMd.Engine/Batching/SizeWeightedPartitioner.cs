using System.Collections;
using System.Collections.Concurrent;

namespace FastMd.Engine.Batching;

/// <summary>
/// Hands documents to the workers of a parallel loop as they become free: dynamic, and unbuffered but for batches of small documents,
/// because a document that waits in one worker's buffer behind a large one is a document no other worker can take.
/// </summary>
/// <param name="desk">Where documents are taken from.</param>
internal sealed class SizeWeightedPartitioner(IWorkDesk desk)
    : OrderablePartitioner<WorkItem>(keysOrderedInEachPartition: false, keysOrderedAcrossPartitions: false, keysNormalized: false)
{
    private readonly ConcurrentQueue<WorkerSlot> _reserved = new();

    /// <inheritdoc/>
    public override bool SupportsDynamicPartitions => true;

    /// <summary>Takes a place at the desk for the next partition, whose thread may have yet to start: it counts as present.</summary>
    public void Reserve() => _reserved.Enqueue(desk.Enter());

    /// <inheritdoc/>
    public override IList<IEnumerator<KeyValuePair<long, WorkItem>>> GetOrderablePartitions(int partitionCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitionCount, 1);
        return [.. Enumerable.Range(0, partitionCount).Select(_ => Partition())];
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<long, WorkItem>> GetOrderableDynamicPartitions() => new Partitions(this);

    private IEnumerator<KeyValuePair<long, WorkItem>> Partition()
    {
        var worker = _reserved.TryDequeue(out var reserved) ? reserved : desk.Enter();
        try
        {
            while (desk.TryTake(worker, out var item))
            {
                yield return new(item.Sequence, new(worker, item));
            }
        }
        finally
        {
            desk.Leave(worker);
        }
    }

    private sealed class Partitions(SizeWeightedPartitioner partitioner) : IEnumerable<KeyValuePair<long, WorkItem>>
    {
        public IEnumerator<KeyValuePair<long, WorkItem>> GetEnumerator() => partitioner.Partition();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
