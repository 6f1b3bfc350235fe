using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Cluster;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Coordination.Cluster;

public class ChunkBoardTests
{
    private static readonly ContentHash Job = ContentHash.Of("job");

    [Fact]
    public void Chunks_hold_every_document_once_and_no_more_than_a_worker_may_lose()
    {
        var random = new Random(5);
        var items = Items(20_000, _ => random.Next(200_000));
        var board = new ChunkBoard(Job, items, isOrdered: true);

        var ranges = Enumerable.Range(0, board.Count).Select(board.RangeOf).ToList();

        Assert.Equal(Enumerable.Range(0, items.Length), ranges.SelectMany(range => Enumerable.Range(range.First, range.Count)));
        Assert.All(ranges, range => Assert.InRange(range.Count, 1, 128));
        Assert.All(ranges.Where(range => range.Count > 1), range => Assert.True(items[range.First..(range.First + range.Count)].Sum(item => item.Bytes) <= 1024 * 1024));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Results_in_any_order_hand_each_document_over_once(bool isOrdered)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var items = Items(random.Next(1, 400), _ => random.Next(4096));
            var board = new ChunkBoard(Job, items, isOrdered);
            var settled = items.Select(_ => random.Next(4) == 0).ToArray();
            var keys = new List<string>();
            for (var chunk = 0; chunk < board.Count; chunk++)
            {
                if (Describe(board, chunk, item => settled[item]) is { } key)
                {
                    keys.Add(key);
                }
            }

            var claimed = new List<int>();
            foreach (var key in keys.OrderBy(_ => random.Next()))
            {
                // A result may come twice, and a stranger's too.
                Assert.Equal(ChunkArrival.Taken, board.Arrived(key, Done(board.ItemsOf(key).Count), Intact));
                Assert.Equal(ChunkArrival.Unknown, board.Arrived(key, Done(board.ItemsOf(key).Count), Intact));
                Assert.Equal(ChunkArrival.Unknown, board.Arrived("0000", Done(1), Intact));
                while (random.Next(2) == 0 && board.Claim() is { } some)
                {
                    claimed.AddRange(some);
                }
            }

            while (board.Claim() is { } rest)
            {
                claimed.AddRange(rest);
            }

            Assert.Equal(Enumerable.Range(0, items.Length), isOrdered ? claimed : claimed.Order());
            Assert.True(board.Progress.IsSettled);
            Assert.All(claimed, item => Assert.Equal(settled[item], board.OutcomeOf(item) is null));
        }
    }

    [Fact]
    public void A_job_is_not_settled_before_what_came_was_handed_over()
    {
        var board = new ChunkBoard(Job, Items(3, _ => 1), isOrdered: true);
        var key = Describe(board, 0, _ => false)!;
        board.Arrived(key, Done(3), Intact);

        Assert.False(board.Progress.IsSettled);
        Assert.Equal([0, 1, 2], board.Claim());
        Assert.True(board.Progress.IsSettled);
    }

    [Fact]
    public void A_chunk_that_is_split_arrives_with_the_last_of_its_documents()
    {
        var board = new ChunkBoard(Job, Items(3, _ => 1), isOrdered: true);
        var key = Describe(board, 0, _ => false)!;
        Assert.Equal(ChunkArrival.Split, board.Arrived(key, new([]), Intact));

        var alone = board.ItemsOf(key).Select(item => board.DescribeAlone(key, item, Work(item)).Key).ToList();
        Assert.Equal(ChunkArrival.Taken, board.Arrived(alone[1], new([new(new("FM4017", "gone"))]), Intact));
        Assert.Null(board.Claim());
        Assert.Equal(ChunkArrival.Taken, board.Arrived(alone[2], Done(1), Intact));
        Assert.Equal(ChunkArrival.Taken, board.Arrived(alone[0], Done(1), Intact));

        Assert.Equal([0, 1, 2], board.Claim());
        Assert.Equal("FM4017", board.OutcomeOf(1)!.Error!.Code);
        Assert.Null(board.OutcomeOf(0)!.Error);
    }

    [Fact]
    public void A_document_alone_is_not_split_further()
    {
        var board = new ChunkBoard(Job, Items(1, _ => 1), isOrdered: true);
        var key = Describe(board, 0, _ => false)!;

        Assert.Equal(ChunkArrival.Unknown, board.Arrived(key, new([]), Intact));
    }

    [Fact]
    public void What_does_not_hold_any_more_is_stale_and_may_come_again()
    {
        var board = new ChunkBoard(Job, Items(2, _ => 1), isOrdered: true);
        var key = Describe(board, 0, _ => false)!;

        Assert.Equal(ChunkArrival.Stale, board.Arrived(key, Done(2), (item, _) => item != 1));
        Assert.Equal(ChunkArrival.Stale, board.Arrived(key, Done(5), Intact));
        Assert.Equal([0], board.MissingChunks());
        Assert.Equal(ChunkArrival.Taken, board.Arrived(key, Done(2), Intact));
        Assert.Empty(board.MissingChunks());
    }

    [Fact]
    public void Equal_chunks_of_jobs_with_other_settings_have_other_keys()
    {
        var items = Items(2, _ => 1);
        var first = Describe(new(Job, items, isOrdered: true), 0, _ => false);
        var second = Describe(new(ContentHash.Of("another job"), items, isOrdered: true), 0, _ => false);

        Assert.NotEqual(first, second);
        Assert.Equal(first, Describe(new(Job, items, isOrdered: true), 0, _ => false));
    }

    [Fact]
    public void What_is_awaited_lets_the_next_documents_be_handed_over()
    {
        var board = new ChunkBoard(Job, Items(20, _ => 1), isOrdered: true);
        Assert.Empty(board.Awaited());
        var keys = Enumerable.Range(0, board.Count).Select(chunk => Describe(board, chunk, _ => false)!).ToList();
        Assert.Equal([keys[0]], board.Awaited());

        board.Arrived(keys[1], Done(8), Intact);
        Assert.Equal([keys[0]], board.Awaited());
        board.Arrived(keys[0], new([]), Intact);
        var alone = board.ItemsOf(keys[0]).Select(item => board.DescribeAlone(keys[0], item, Work(item)).Key).ToList();
        board.Arrived(alone[3], Done(1), Intact);
        Assert.Equal(alone.Where((_, i) => i != 3).Order(), board.Awaited().Order());

        alone.ForEach(key => board.Arrived(key, Done(1), Intact));
        Assert.Empty(board.Awaited());
        board.Claim();
        board.Claim();
        Assert.Equal([keys[2]], board.Awaited());
    }

    [Fact]
    public void What_workers_said_is_held_until_the_document_is_done()
    {
        var board = new ChunkBoard(Job, Items(2, _ => 1), isOrdered: true);
        var key = Describe(board, 0, _ => false)!;
        board.Arrived(key, new([new() { Facts = new byte[30] }, new() { Facts = new byte[12] }]), Intact);
        Assert.Equal(42, board.HeldBytes);

        board.Complete(0, ItemOutcome.Done);
        board.Complete(1, ItemOutcome.Done);

        Assert.Equal(0, board.HeldBytes);
    }

    [Fact]
    public void What_came_of_a_chunk_before_a_source_in_it_changed_does_not_count()
    {
        var board = new ChunkBoard(Job, Items(1, _ => 1), isOrdered: true);
        var before = board.Describe(0, [Work(1)])!.Value.Key;
        var after = board.Describe(0, [Work(2)])!.Value.Key;

        Assert.Equal(ChunkArrival.Unknown, board.Arrived(before, Done(1), Intact));
        Assert.Equal(ChunkArrival.Taken, board.Arrived(after, Done(1), Intact));
    }

    [Fact]
    public void States_say_what_became_of_each_document()
    {
        var board = new ChunkBoard(Job, Items(3, _ => 1), isOrdered: true);
        Describe(board, 0, _ => true);
        board.Complete(0, ItemOutcome.Done);
        board.Complete(2, new(new("FM1001", "why")));

        Assert.Equal([ItemStatus.Completed, ItemStatus.Pending, ItemStatus.Failed], board.Results().Select(state => state.Status));
        Assert.Equal(1, board.Progress.Failed);
    }

    private static bool Intact(int item, ItemOutcome outcome) => true;

    private static PlanItem[] Items(int count, Func<int, long> bytes)
        => [.. Enumerable.Range(0, count).Select(item => new PlanItem($"d{item}.md", bytes(item), default))];

    private static ReadOnlyMemory<byte> Work(int item) => BitConverter.GetBytes(item);

    private static string? Describe(ChunkBoard board, int chunk, Func<int, bool> isSettled)
    {
        var (first, count) = board.RangeOf(chunk);
        return board.Describe(chunk, [.. Enumerable.Range(first, count).Select(item => isSettled(item) ? default : Work(item))])?.Key;
    }

    private static ChunkResult Done(int count) => new([.. Enumerable.Repeat(ItemOutcome.Done, count)]);
}
