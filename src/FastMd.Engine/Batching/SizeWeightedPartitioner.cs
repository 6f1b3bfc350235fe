using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Batching;

/// <summary>
/// Hands documents to the workers of a parallel loop as they become free: dynamic, and unbuffered but for batches of small documents,
/// because a document that waits in one worker's buffer behind a large one is a document no other worker can take.
/// </summary>
/// <param name="source">Where documents are taken from.</param>
internal sealed class SizeWeightedPartitioner(IReadyDocuments source)
    : OrderablePartitioner<WorkItem>(keysOrderedInEachPartition: false, keysOrderedAcrossPartitions: false, keysNormalized: false)
{
    private readonly ConcurrentQueue<WorkerSlot> _reserved = new();

    /// <inheritdoc/>
    public override bool SupportsDynamicPartitions => true;

    /// <summary>Registers the worker of the next partition before its thread has started, so that it already counts.</summary>
    public void Reserve() => _reserved.Enqueue(source.Enter());

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
        var worker = _reserved.TryDequeue(out var reserved) ? reserved : source.Enter();
        try
        {
            while (source.TryTake(worker, out var item))
            {
                yield return new(item.Sequence, new(worker, item));
            }
        }
        finally
        {
            source.Leave(worker);
        }
    }

    private sealed class Partitions(SizeWeightedPartitioner partitioner) : IEnumerable<KeyValuePair<long, WorkItem>>
    {
        public IEnumerator<KeyValuePair<long, WorkItem>> GetEnumerator() => partitioner.Partition();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>A document that a worker is about to process.</summary>
/// <param name="Worker">The worker's place.</param>
/// <param name="Item">The document.</param>
internal readonly record struct WorkItem(WorkerSlot Worker, BatchItem Item);

/// <summary>The source that workers take documents from.</summary>
internal interface IReadyDocuments
{
    /// <summary>Registers a new worker.</summary>
    WorkerSlot Enter();

    /// <summary>A worker takes no more documents.</summary>
    void Leave(WorkerSlot worker);

    /// <summary>The worker's next document; waits for one. False when there will be none for this worker.</summary>
    bool TryTake(WorkerSlot worker, [NotNullWhen(true)] out BatchItem? item);
}
