using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Batching;

public sealed class SizeWeightedPartitionerTests
{
    [Fact]
    public void A_partition_draws_no_document_before_it_is_asked_for_one()
    {
        var source = new WorkSource(10);
        using var partition = new SizeWeightedPartitioner(source).GetOrderableDynamicPartitions().GetEnumerator();

        Assert.Equal(10, source.Left);
        Assert.True(partition.MoveNext());
        Assert.Equal(9, source.Left);
        Assert.Equal(0, partition.Current.Key);
    }

    [Fact]
    public void Partitions_share_the_documents_without_overlap()
    {
        var source = new WorkSource(10);
        var partitions = new SizeWeightedPartitioner(source).GetOrderablePartitions(3);
        var drawn = new List<long>();
        while (partitions.Any(partition => partition.MoveNext()))
        {
            drawn.AddRange(partitions.Select(partition => partition.Current.Key).Except(drawn));
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(index => (long)index), drawn.Order());
    }

    [Fact]
    public void It_offers_what_a_parallel_loop_needs()
    {
        var partitioner = new SizeWeightedPartitioner(new WorkSource(0));

        Assert.True(partitioner.SupportsDynamicPartitions);
        Assert.False(partitioner.KeysNormalized);
        Assert.Throws<ArgumentOutOfRangeException>(() => partitioner.GetOrderablePartitions(0));
    }

    private sealed class WorkSource(int documents) : IReadyDocuments
    {
        private int _next;

        public int Left => documents - _next;

        public WorkerSlot Enter() => new(CancellationToken.None);

        public void Leave(WorkerSlot worker) => worker.Dispose();

        public bool TryTake(WorkerSlot worker, [NotNullWhen(true)] out BatchItem? item)
        {
            item = _next < documents ? new(Documents.Of(_next), _next, 0, SizeTier.Tiny, 0) : null;
            _next += item is null ? 0 : 1;
            return item is not null;
        }
    }
}
