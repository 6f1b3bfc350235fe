using System.Collections.Concurrent;
using FastMd.Engine.Batching;
using FastMd.Engine.Pipeline;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Batching;

public sealed class BatchOrderTests
{
    [Fact]
    public void Order_holds_and_every_document_is_accounted_for_under_random_interleavings_and_failures()
    {
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var count = random.Next(1, 60);
            var options = new BatchOptions
            {
                Workers = random.Next(1, 5),
                Parallel = random.Next(8) > 0,
                ResultSlots = random.Next(2, 20),
                WorkingBytes = random.Next(20_000, 400_000),
                BatchSize = random.Next(3) * 5,
                TimeLimit = TimeSpan.Zero,
            };
            var documents = Enumerable.Range(0, count).Select(index => Documents.Of(index, random.Next(1, 5_000))).ToArray();
            var shuffler = new Shuffler(seed);
            var executor = new TestExecutor((document, attempt) =>
            {
                shuffler.LetOthersPass();
                return (document.Index % 7, attempt.Number) switch
                {
                    (3, _) => throw new InvalidOperationException("always"),
                    (5, 1) => throw new InvalidOperationException("once"),
                    _ => Documents.Converted(document),
                };
            });

            var results = SessionDriver.Run(options, executor, documents);

            return results.Select(result => result.Index).SequenceEqual(documents.Select(document => document.Index))
                && results.All(result => result.Status == (result.Index % 7 == 3 ? ConversionStatus.Failed : ConversionStatus.Converted));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Without_order_every_document_comes_once()
    {
        var results = SessionDriver.Run(
            new BatchOptions { Workers = 4, Ordered = false, ResultSlots = 8 }, TestExecutor.Instant, Documents.Many(500));

        Assert.Equal(Enumerable.Range(0, 500).Select(index => (long)index), results.Select(result => result.Index).Order());
    }

    [Fact]
    public void Without_order_a_finished_document_does_not_wait_for_one_before_it()
    {
        using var release = new ManualResetEventSlim();
        var executor = new TestExecutor(document =>
        {
            if (document.Index == 0)
            {
                release.Wait(SessionDriver.Patience);
            }
        });
        using var session = new BatchSession(
            new BatchOptions { Workers = 2, Ordered = false }, executor, new TestObserver(), TimeProvider.System, CancellationToken.None);
        session.TryAdmit(Documents.Of(0, 1000));
        session.TryAdmit(Documents.Of(1, 1000));

        Assert.Equal(1, SessionDriver.TakeOne(session).Index);
        release.Set();
        Assert.Equal(0, SessionDriver.TakeOne(session).Index);
    }

    [Fact]
    public void A_result_comes_out_while_documents_still_go_in()
    {
        using var session = new BatchSession(
            new BatchOptions(), TestExecutor.Instant, new TestObserver(), TimeProvider.System, CancellationToken.None);
        for (var index = 0; index < 20; index++)
        {
            Assert.True(session.TryAdmit(Documents.Of(index)));
            Assert.Equal(index, SessionDriver.TakeOne(session).Index);
        }
    }

    [Fact]
    public void Largest_documents_run_first_among_those_admitted()
    {
        var begun = RunOneWorker(
            new BatchOptions { Workers = 1, WorkingBytes = long.MaxValue },
            [Documents.Of(0, 50_000_000), Documents.Of(1, 200_000), Documents.Of(2, 900_000), Documents.Of(3, 400_000)]);

        Assert.Equal([0, 2, 3, 1], begun);
    }

    [Theory]
    [InlineData(10, 6)]
    [InlineData(10_000, 33)]
    public void The_document_that_blocks_emission_runs_next_once_many_results_wait_for_it(int slots, int parked)
    {
        // The second document is the smallest: by size it would run last.
        PlannedDocument[] documents =
        [
            Documents.Of(0, 900_000),
            Documents.Of(1, 10),
            .. Enumerable.Range(2, Math.Min(slots, 60) - 2).Select(index => Documents.Of(index, 800_000 - index)),
        ];
        using var turns = new SemaphoreSlim(0);
        var begun = new ConcurrentQueue<long>();
        var executor = new TestExecutor(document =>
        {
            begun.Enqueue(document.Index);
            turns.Wait(SessionDriver.Patience);
        });
        var options = new BatchOptions { Workers = 1, ResultSlots = slots, WorkingBytes = long.MaxValue };
        using var session = new BatchSession(options, executor, new TestObserver(), TimeProvider.System, CancellationToken.None);
        Assert.All(documents, document => Assert.True(session.TryAdmit(document)));
        session.CompleteAdding();

        turns.Release();
        Assert.Equal(0, SessionDriver.TakeOne(session).Index);
        turns.Release(documents.Length - 1);
        SessionDriver.TakeTheRest(session, []);

        long[] largest = [.. Enumerable.Range(2, documents.Length - 2)];
        Assert.Equal([0, .. largest[..parked], 1, .. largest[parked..]], begun);
    }

    [Fact]
    public void With_the_document_that_blocks_emission_go_those_that_follow_it()
    {
        // Of two sizes, so that by size none of the first ten would run before the others.
        PlannedDocument[] documents =
        [
            Documents.Of(0, 900_000),
            .. Enumerable.Range(1, 10).Select(index => Documents.Of(index, 1_000)),
            .. Enumerable.Range(11, 189).Select(index => Documents.Of(index, 2_000)),
        ];

        var begun = RunOneWorker(new BatchOptions { Workers = 1, WorkingBytes = long.MaxValue, BatchSize = 6 }, documents);

        var blocker = begun.IndexOf(1);
        Assert.InRange(blocker, 30, 60);
        Assert.Equal([1, 2, 3, 4, 5, 6], begun[blocker..(blocker + 6)]);
    }

    [Fact]
    public async Task The_reader_is_told_of_small_results_together_but_not_kept_waiting_behind_a_slow_document()
    {
        using var allAdmitted = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var time = new FakeTimeProvider();
        var executor = new TestExecutor(document => (document.Index switch
        {
            0 => allAdmitted,
            2 => release,
            _ => null,
        })?.Wait(SessionDriver.Patience));
        using var session = new BatchSession(
            new BatchOptions { Workers = 1, BatchSize = 5, TimeLimit = TimeSpan.Zero }, executor, new TestObserver(), time, CancellationToken.None);
        Assert.True(session.TryAdmit(Documents.Of(0, 1_000_000)));
        Assert.All(Enumerable.Range(1, 20), index => Assert.True(session.TryAdmit(Documents.Of(index))));
        session.CompleteAdding();
        allAdmitted.Set();
        Assert.True(SpinWait.SpinUntil(() => session.Load.Completed == 2, SessionDriver.Patience));
        session.Wait(TimeSpan.Zero, TestContext.Current.CancellationToken);

        var told = session.WaitForResultAsync(TestContext.Current.CancellationToken);
        Assert.False(told.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(250));

        await told;
        Assert.Equal(0, SessionDriver.TakeOne(session).Index);
        Assert.Equal(1, SessionDriver.TakeOne(session).Index);
        release.Set();
        SessionDriver.TakeTheRest(session, []);
    }

    /// <summary>Runs documents with one worker that begins when all are admitted; says in which order it began them.</summary>
    private static List<long> RunOneWorker(BatchOptions options, IEnumerable<PlannedDocument> documents)
    {
        using var allAdmitted = new ManualResetEventSlim();
        var begun = new ConcurrentQueue<long>();
        var executor = new TestExecutor(document =>
        {
            begun.Enqueue(document.Index);
            allAdmitted.Wait(SessionDriver.Patience);
        });
        using var session = new BatchSession(options, executor, new TestObserver(), TimeProvider.System, CancellationToken.None);
        foreach (var document in documents)
        {
            Assert.True(session.TryAdmit(document));

            // The worker is at the first before there are others, which it might take along.
            Assert.True(SpinWait.SpinUntil(() => !begun.IsEmpty, SessionDriver.Patience));
        }

        session.CompleteAdding();
        allAdmitted.Set();
        SessionDriver.TakeTheRest(session, []);
        return [.. begun];
    }

    /// <summary>Makes threads give way to each other at random, so that runs differ in their interleaving.</summary>
    private sealed class Shuffler(int seed)
    {
        private int _calls;

        public void LetOthersPass()
        {
            var turns = new Random(seed + Interlocked.Increment(ref _calls)).Next(4);
            for (var turn = 0; turn < turns; turn++)
            {
                Thread.Yield();
            }
        }
    }
}
