using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Batching;

public sealed class TimeLimitTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ManualResetEventSlim _release = new();
    private readonly CountdownEvent _stuck = new(1);
    private readonly TestObserver _observer = new();

    public void Dispose()
    {
        _release.Set();
        _release.Dispose();
        _stuck.Dispose();
    }

    [Fact]
    public void An_endless_document_is_given_up_at_its_time_limit_and_the_others_are_converted()
    {
        using var session = Session(new BatchOptions { Workers = 2 }, endless: [3]);
        Admit(session, 20);

        _stuck.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => _observer.Done.Count == 19, SessionDriver.Patience));
        _time.Advance(TimeSpan.FromSeconds(31));
        var results = TakeAll(session);

        Assert.Equal(Enumerable.Range(0, 20).Select(index => (long)index), results.Select(result => result.Index));
        Assert.Equal(ConversionStatus.TimedOut, results[3].Status);
        Assert.Equal(DiagnosticCodes.TimedOut, Assert.Single(results[3].Diagnostics).Code);
        Assert.Equal(TimeSpan.FromSeconds(31), results[3].Duration);
        Assert.Equal(19, results.Count(result => result.Status == ConversionStatus.Converted));
        Assert.Equal(1, session.StuckWorkers);
    }

    [Fact]
    public void With_one_worker_another_takes_the_place_of_the_one_given_up()
    {
        using var session = Session(new BatchOptions { Workers = 1 }, endless: [0]);
        Admit(session, 10);

        PassOnceStuck(TimeSpan.FromSeconds(31));

        Assert.Equal(9, TakeAll(session).Count(result => result.Status == ConversionStatus.Converted));
    }

    [Fact]
    public void A_document_within_its_limit_is_left_alone()
    {
        using var session = Session(new BatchOptions { Workers = 1 }, endless: [0]);
        Admit(session, 1);
        PassOnceStuck(TimeSpan.FromSeconds(29));
        _release.Set();

        Assert.Equal(ConversionStatus.Converted, Assert.Single(TakeAll(session)).Status);
    }

    [Fact]
    public void Without_a_limit_nothing_is_given_up()
    {
        using var session = Session(new BatchOptions { Workers = 1, TimeLimit = TimeSpan.Zero }, endless: [0]);
        Admit(session, 1);
        PassOnceStuck(TimeSpan.FromDays(1));
        _release.Set();

        Assert.Equal(ConversionStatus.Converted, Assert.Single(TakeAll(session)).Status);
    }

    [Fact]
    public void What_a_worker_given_up_still_produces_counts_for_nothing()
    {
        var mayCommit = true;
        using var over = new ManualResetEventSlim();
        var executor = new TestExecutor((document, attempt) =>
        {
            _stuck.Signal();
            _release.Wait(SessionDriver.Patience);
            mayCommit = attempt.TryCommit();
            over.Set();
            return Documents.Converted(document);
        });
        using var session = new BatchSession(
            new BatchOptions { Workers = 1 }, executor, new TestObserver(), _time, CancellationToken.None);
        Admit(session, 1);
        PassOnceStuck(TimeSpan.FromSeconds(31));
        var result = Assert.Single(TakeAll(session));

        _release.Set();
        over.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken);

        Assert.Equal(ConversionStatus.TimedOut, result.Status);
        Assert.False(mayCommit);
    }

    [Fact]
    public void A_document_past_its_last_step_is_not_given_up()
    {
        var executor = new TestExecutor((document, attempt) =>
        {
            Assert.True(attempt.TryCommit());
            _stuck.Signal();
            _release.Wait(SessionDriver.Patience);
            return Documents.Converted(document);
        });
        using var session = new BatchSession(
            new BatchOptions { Workers = 1 }, executor, new TestObserver(), _time, CancellationToken.None);
        Admit(session, 1);
        PassOnceStuck(TimeSpan.FromSeconds(31));

        _release.Set();

        Assert.Equal(ConversionStatus.Converted, Assert.Single(TakeAll(session)).Status);
    }

    [Fact]
    public void The_worker_is_told_that_it_was_given_up()
    {
        using var told = new ManualResetEventSlim();
        var executor = new TestExecutor((_, attempt) =>
        {
            attempt.Cancellation.Register(told.Set);
            _stuck.Signal();
            _release.Wait(SessionDriver.Patience);
            throw new OperationCanceledException(attempt.Cancellation);
        });
        using var session = new BatchSession(
            new BatchOptions { Workers = 1 }, executor, new TestObserver(), _time, CancellationToken.None);
        Admit(session, 1);
        PassOnceStuck(TimeSpan.FromSeconds(31));

        Assert.True(told.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken));
        Assert.Equal(ConversionStatus.TimedOut, Assert.Single(TakeAll(session)).Status);
    }

    [Fact]
    public void Small_documents_a_stuck_worker_had_taken_along_are_converted_by_another()
    {
        // One worker takes many small documents at once and gets stuck in the first of them.
        using var session = Session(new BatchOptions { Workers = 1, BatchSize = 50 }, endless: [0]);
        Admit(session, 200);
        PassOnceStuck(TimeSpan.FromSeconds(31));

        var results = TakeAll(session);

        Assert.Equal(200, results.Count);
        Assert.Equal(199, results.Count(result => result.Status == ConversionStatus.Converted));
    }

    [Fact]
    public void Small_documents_a_slow_worker_had_taken_along_go_to_one_that_is_idle()
    {
        using var session = Session(new BatchOptions { Workers = 2, BatchSize = 50 }, endless: [0]);
        Admit(session, 200);
        _stuck.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken);

        // The clock stands still: nothing is given up. All but the first are converted nevertheless.
        Assert.True(SpinWait.SpinUntil(() => _observer.Done.Count == 199, SessionDriver.Patience));
        _release.Set();
        Assert.Equal(200, TakeAll(session).Count);
    }

    [Fact]
    public void When_too_many_workers_are_stuck_the_rest_fails_rather_than_waiting_for_ever()
    {
        _stuck.Reset(2);
        using var session = Session(new BatchOptions { Workers = 2, MaximumStuckWorkers = 0, WorkingBytes = long.MaxValue }, endless: [0, 1]);
        Admit(session, 10, length: 1_000_000);
        PassOnceStuck(TimeSpan.FromSeconds(31));
        var results = TakeAll(session);

        Assert.Equal(2, results.Count(result => result.Status == ConversionStatus.TimedOut));
        Assert.Equal(8, results.Count(result => result.Diagnostics is [{ Code: DiagnosticCodes.WorkersExhausted }]));
    }

    [Fact]
    public void Good_documents_are_converted_however_many_never_end()
    {
        const int Endless = 12;
        var begun = 0;
        var executor = new TestExecutor(document =>
        {
            if (document.Index < Endless)
            {
                Interlocked.Increment(ref begun);
                _release.Wait(SessionDriver.Patience);
            }
        });
        using var session = new BatchSession(
            new BatchOptions { Workers = 1, MaximumStuckWorkers = 2 }, executor, _observer, _time, CancellationToken.None);
        Admit(session, 100);
        for (var i = 1; i <= Endless; i++)
        {
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref begun) == i, SessionDriver.Patience));
            _time.Advance(TimeSpan.FromSeconds(31));
        }

        var results = TakeAll(session);

        Assert.Equal(Endless, results.Count(result => result.Status == ConversionStatus.TimedOut));
        Assert.Equal(100 - Endless, results.Count(result => result.Status == ConversionStatus.Converted));
    }

    [Fact]
    public void A_stuck_worker_that_comes_back_makes_room_for_the_one_that_was_missing()
    {
        using var together = new Barrier(2);
        var executor = new TestExecutor(document =>
        {
            if (document.Index == 0)
            {
                _stuck.Signal();
                _release.Wait(SessionDriver.Patience);
            }
            else if (document.Index > 1)
            {
                Assert.True(together.SignalAndWait(TimeSpan.FromSeconds(5)));
            }
        });
        using var session = new BatchSession(
            new BatchOptions { Workers = 2, MaximumStuckWorkers = 0 }, executor, _observer, _time, CancellationToken.None);
        Assert.All(Enumerable.Range(0, 2), index => Assert.True(session.TryAdmit(Documents.Of(index))));
        _stuck.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => _observer.Done.Count == 1, SessionDriver.Patience));
        _time.Advance(TimeSpan.FromSeconds(31));
        _release.Set();
        Assert.True(SpinWait.SpinUntil(() => session.StuckWorkers == 0, SessionDriver.Patience));

        Assert.All(Enumerable.Range(2, 2), index => Assert.True(session.TryAdmit(Documents.Of(index, 1_000_000))));
        session.CompleteAdding();

        Assert.Equal(
            [ConversionStatus.TimedOut, ConversionStatus.Converted, ConversionStatus.Converted, ConversionStatus.Converted],
            TakeAll(session).Select(result => result.Status));
    }

    [Fact]
    public void The_rest_fails_too_when_workers_the_loop_was_to_have_never_came()
    {
        var threads = 0;
        using var onlyOneThreadRuns = new DedicatedThreadScheduler(thread =>
        {
            if (Interlocked.Increment(ref threads) == 1)
            {
                thread.Start();
            }
        });
        using var session = new BatchSession(
            new BatchOptions { Workers = 2, MaximumStuckWorkers = 0 }, Endless(0), _observer, _time, onlyOneThreadRuns, CancellationToken.None);
        Admit(session, 10);

        PassOnceStuck(TimeSpan.FromSeconds(31));
        var results = TakeAll(session);

        Assert.Equal(ConversionStatus.TimedOut, results[0].Status);
        Assert.Equal(9, results.Count(result => result.Diagnostics is [{ Code: DiagnosticCodes.WorkersExhausted }]));
    }

    [Fact]
    public void Every_document_is_accounted_for_however_many_get_stuck_and_come_back()
    {
        Property.Holds(Gen.Choose(0, int.MaxValue), seed =>
        {
            var random = new Random(seed);
            var options = new BatchOptions
            {
                Workers = random.Next(1, 5),
                MaximumStuckWorkers = random.Next(4),
                ResultSlots = random.Next(2, 20),
                BatchSize = random.Next(3) * 5,
            };
            var (count, stuckOneIn, backOneIn) = (random.Next(1, 60), random.Next(1, 20), random.Next(2, 50));
            using var comeBack = new SemaphoreSlim(0);
            var executor = new TestExecutor(document =>
            {
                if (document.Index % stuckOneIn == 0)
                {
                    comeBack.Wait(SessionDriver.Patience);
                }
            });
            var time = new FakeTimeProvider();
            using var session = new BatchSession(options, executor, _observer, time, CancellationToken.None);
            var run = Task.Run(() => SessionDriver.Run(session, Documents.Many(count)));
            for (var round = 1; !run.IsCompleted; round++)
            {
                time.Advance(TimeSpan.FromSeconds(31));
                if (round % backOneIn == 0)
                {
                    comeBack.Release();
                }

                Thread.Yield();
            }

            comeBack.Release(count);
            return run.Result.Select(result => result.Index).SequenceEqual(Enumerable.Range(0, count).Select(index => (long)index));
        });
    }

    private void PassOnceStuck(TimeSpan time)
    {
        _stuck.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken);
        _time.Advance(time);
    }

    private BatchSession Session(BatchOptions options, long[] endless)
        => new(options, Endless(endless), _observer, _time, CancellationToken.None);

    private TestExecutor Endless(params long[] endless) => new(document =>
    {
        if (endless.Contains(document.Index))
        {
            _stuck.Signal();
            _release.Wait(SessionDriver.Patience);
        }
    });

    private static void Admit(BatchSession session, int count, long length = 10_000)
    {
        // The first ones are the largest, so that those meant to get stuck are begun first.
        foreach (var document in Enumerable.Range(0, count).Select(index => Documents.Of(index, length - index)))
        {
            Assert.True(session.TryAdmit(document));
        }

        session.CompleteAdding();
    }

    private static List<ConversionResult> TakeAll(BatchSession session)
    {
        var results = new List<ConversionResult>();
        SessionDriver.TakeTheRest(session, results);
        return results;
    }
}
