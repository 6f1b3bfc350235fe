using System.Runtime.CompilerServices;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Batching;

public sealed class ReadyQueueTests
{
    private const long MegaByte = 1024 * 1024;

    [Fact]
    public void The_largest_document_goes_first_and_equals_go_in_sequence()
    {
        var queue = Queue(Item(0, 10), Item(1, 30), Item(2, 20), Item(3, 30));

        Assert.Equal([1, 3, 2, 0], TakeAll(queue));
    }

    [Fact]
    public void A_retry_goes_before_any_first_try()
    {
        var retry = Item(5, 1);
        retry.Attempts = 1;

        Assert.Equal([5, 1, 0], TakeAll(Queue(Item(0, 10), Item(1, 30), retry)));
    }

    [Fact]
    public void The_document_asked_for_goes_first_and_does_not_come_again()
    {
        var queue = Queue(Item(0, 10), Item(1, 30), Item(2, 20));

        Assert.True(queue.TryTake(preferred: 0, AnyMayRun, out var first));
        Assert.Equal(0, first.Sequence);
        Assert.Equal([1, 2], TakeAll(queue));
    }

    [Fact]
    public void A_document_asked_for_that_is_not_there_changes_nothing()
    {
        var queue = Queue(Item(1, 30), Item(2, 20));

        Assert.True(queue.TryTake(preferred: 7, AnyMayRun, out var first));
        Assert.Equal(1, first.Sequence);
    }

    [Fact]
    public void A_document_that_was_asked_for_and_comes_back_is_given_out_once()
    {
        var item = Item(0, 10);
        var queue = Queue(item);
        Assert.True(queue.TryTake(preferred: 0, AnyMayRun, out _));
        item.Attempts = 1;
        queue.Add(item);

        Assert.Equal([0], TakeAll(queue));
    }

    [Fact]
    public void A_document_that_was_asked_for_is_not_kept()
    {
        var queue = Queue(Item(1, 30));
        var taken = AddAndAskFor(queue);
        GC.Collect();

        Assert.False(taken.IsAlive);
        Assert.Equal([1], TakeAll(queue));
    }

    [Fact]
    public void A_document_is_taken_along_only_if_it_is_no_larger()
    {
        var queue = Queue(Item(1, 30), Item(2, 20));

        Assert.False(queue.TryTakeBatched(Item(9, 20), out _));
        Assert.True(queue.TryTakeBatched(Item(9, 30), out var next));
        Assert.Equal(1, next.Sequence);
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void A_document_is_taken_along_only_if_it_is_of_the_same_tier()
    {
        var queue = Queue(Item(1, 30), Item(2, 2 * MegaByte));

        Assert.False(queue.TryTakeBatched(Item(9, 20 * MegaByte), out _));
        Assert.True(queue.TryTakeBatched(Item(9, 2 * MegaByte), out var next));
        Assert.Equal(2, next.Sequence);
    }

    [Fact]
    public void A_particular_document_is_taken_along_only_if_it_waits_for_its_first_try_is_of_the_tier_and_small_enough()
    {
        var retry = Item(3, 5);
        retry.Attempts = 1;
        var queue = Queue(Item(1, 30), Item(2, 2 * MegaByte), retry);

        Assert.False(queue.TryTakeBatched(Item(9, 10), sequence: 1, mostBytes: 29, out _));
        Assert.False(queue.TryTakeBatched(Item(9, 10), sequence: 2, mostBytes: long.MaxValue, out _));
        Assert.False(queue.TryTakeBatched(Item(9, 10), sequence: 3, mostBytes: long.MaxValue, out _));
        Assert.False(queue.TryTakeBatched(Item(9, 10), sequence: 4, mostBytes: long.MaxValue, out _));
        Assert.True(queue.TryTakeBatched(Item(9, 10), sequence: 1, mostBytes: 30, out var next));
        Assert.Equal(1, next.Sequence);
    }

    [Fact]
    public void A_tier_that_may_not_run_is_passed_over()
    {
        var queue = Queue(Item(0, 10), Item(1, 20 * MegaByte), Item(2, 300 * MegaByte));

        Assert.True(queue.TryTake(preferred: 2, tier => tier < SizeTier.Medium, out var next));
        Assert.Equal(0, next.Sequence);
        Assert.False(queue.TryTake(preferred: null, tier => tier < SizeTier.Medium, out _));
        Assert.Equal([2, 1], TakeAll(queue));
    }

    [Fact]
    public void A_retry_that_may_not_run_holds_nobody_up()
    {
        var retry = Item(5, 20 * MegaByte);
        retry.Attempts = 1;
        var queue = Queue(retry, Item(0, 10));

        Assert.True(queue.TryTake(preferred: null, tier => tier < SizeTier.Medium, out var next));
        Assert.Equal(0, next.Sequence);
    }

    [Fact]
    public void Taking_everything_empties_the_queue()
    {
        var queue = Queue(Item(1, 30), Item(0, 20));

        Assert.Equal([0, 1], queue.TakeAll().Select(item => item.Sequence));
        Assert.Equal(0, queue.Count);
        Assert.Empty(TakeAll(queue));
    }

    private static bool AnyMayRun(SizeTier tier) => true;

    private static BatchItem Item(long sequence, long length)
        => new(Documents.Of(sequence, length), sequence, charge: 0, new TierTable().Of(length), admittedAt: 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AddAndAskFor(ReadyQueue queue)
    {
        queue.Add(Item(0, 10));
        Assert.True(queue.TryTake(preferred: 0, AnyMayRun, out var item));
        return new(item);
    }

    private static ReadyQueue Queue(params BatchItem[] items)
    {
        var queue = new ReadyQueue();
        foreach (var item in items)
        {
            queue.Add(item);
        }

        return queue;
    }

    private static List<long> TakeAll(ReadyQueue queue)
    {
        var taken = new List<long>();
        while (queue.TryTake(null, AnyMayRun, out var item))
        {
            taken.Add(item.Sequence);
        }

        return taken;
    }
}
