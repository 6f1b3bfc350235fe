using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.Batching;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Pipeline;

public sealed class WorkingRoomTests
{
    private const long MegaByte = 1024 * 1024;

    private readonly TestHeap _heap = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(16, 16)]
    [InlineData(256, 256)]
    [InlineData(512, 640)]
    public void With_the_process_itself_documents_take_one_and_a_half_times_the_limit_at_most(int budget, int most)
        => Assert.Equal(most * MegaByte, new WorkingRoom(budget * MegaByte, _heap).Most);

    [Fact]
    public async Task Who_fits_enters_and_who_does_not_waits_until_somebody_leaves()
    {
        var room = new WorkingRoom(100, _heap);
        EnterNow(room, 60);
        EnterNow(room, 40);

        var waiting = Enter(room, 50, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        room.Leave(60);

        await waiting.WaitAsync(SessionDriver.Patience, Test);
        Assert.Equal(2, room.Inside);
    }

    [Fact]
    public async Task Nobody_overtakes_who_waits_for_much()
    {
        var room = new WorkingRoom(100, _heap);
        EnterNow(room, 60);
        var large = Enter(room, 100, TestContext.Current.CancellationToken);
        var small = Enter(room, 1, TestContext.Current.CancellationToken);

        Assert.False(small.IsCompleted);
        room.Leave(60);
        await large.WaitAsync(SessionDriver.Patience, Test);
        Assert.False(small.IsCompleted);
        room.Leave(100);

        await small.WaitAsync(SessionDriver.Patience, Test);
    }

    [Fact]
    public async Task Who_needs_more_than_there_is_is_alone_inside()
    {
        var room = new WorkingRoom(100, _heap);
        EnterNow(room, 1);
        var large = Enter(room, 150, TestContext.Current.CancellationToken);

        Assert.False(large.IsCompleted);
        room.Leave(1);
        await large.WaitAsync(SessionDriver.Patience, Test);

        var small = Enter(room, 1, TestContext.Current.CancellationToken);
        Assert.False(small.IsCompleted);
        room.Leave(150);
        await small.WaitAsync(SessionDriver.Patience, Test);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_in_nobodys_way()
    {
        var room = new WorkingRoom(100, _heap);
        using var cancellation = new CancellationTokenSource();
        EnterNow(room, 60);
        var large = Enter(room, 100, cancellation.Token);
        var small = Enter(room, 40, TestContext.Current.CancellationToken);

        await cancellation.CancelAsync();

        await small.WaitAsync(SessionDriver.Patience, Test);
        await Assert.ThrowsAsync<OperationCanceledException>(() => large.WaitAsync(SessionDriver.Patience, Test));
    }

    [Fact]
    public void What_earlier_documents_left_behind_is_collected_before_a_large_one_enters()
    {
        var room = new WorkingRoom(200 * MegaByte, _heap);
        _heap.Garbage = 235 * MegaByte;

        EnterNow(room, 5 * MegaByte);
        Assert.Equal(0, _heap.Collections);
        EnterNow(room, 100 * MegaByte);
        Assert.Equal(1, _heap.Collections);
    }

    [Fact]
    public void Where_a_collection_did_not_help_the_next_one_waits_until_much_was_added()
    {
        var room = new WorkingRoom(200 * MegaByte, _heap);
        _heap.Held = 300 * MegaByte;

        Assert.True(room.IsOutgrown());
        Assert.False(room.IsOutgrown());
        Assert.Equal(1, _heap.Collections);
        _heap.Held += 30 * MegaByte;
        Assert.True(room.IsOutgrown());
    }

    [Fact]
    public void However_many_come_and_go_all_get_in_and_never_more_than_fit()
    {
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var room = new WorkingRoom(100, _heap);
            var needs = Enumerable.Range(0, 40).Select(_ => random.NextInt64(1, 140)).ToArray();
            long inside = 0;
            var exceeded = false;
            var threads = needs.Chunk(10).Select(share => new Thread(() =>
            {
                foreach (var need in share)
                {
                    EnterNow(room, need);
                    exceeded |= Interlocked.Add(ref inside, need) is var all && all > 100 && all != need;
                    Thread.Yield();
                    Interlocked.Add(ref inside, -need);
                    room.Leave(need);
                }
            })).ToList();
            threads.ForEach(static thread => thread.Start());
            return threads.TrueForAll(static thread => thread.Join(SessionDriver.Patience)) && !exceeded && room.Inside == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    private static void EnterNow(WorkingRoom room, long need) => room.Enter(need, Test);

    /// <summary>Enters on a thread of its own, which has its place in the queue when this returns.</summary>
    private static Task Enter(WorkingRoom room, long need, CancellationToken cancellation)
    {
        var before = room.Waiting;
        var entering = Task.Factory.StartNew(() => room.Enter(need, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.True(SpinWait.SpinUntil(() => room.Waiting > before, SessionDriver.Patience));
        return entering;
    }
}
