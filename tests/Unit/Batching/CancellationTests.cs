using System.Collections.Concurrent;
using FastMd.Engine.Batching;
using FastMd.Engine.Pipeline;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Batching;

public sealed class CancellationTests
{
    [Fact]
    public void Whatever_moment_it_is_cancelled_at_every_document_admitted_has_one_result_in_order()
    {
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var cancelAt = random.Next(0, 40);
            using var session = new BatchSession(
                new BatchOptions { Workers = random.Next(1, 4) },
                new TestExecutor((document, attempt) =>
                {
                    Thread.Yield();
                    attempt.Cancellation.ThrowIfCancellationRequested();
                    return Documents.Converted(document);
                }),
                new TestObserver(),
                TimeProvider.System,
                CancellationToken.None);
            var results = new List<ConversionResult>();
            var admitted = 0;
            try
            {
                for (; admitted < 40; admitted++)
                {
                    if (admitted == cancelAt)
                    {
                        session.Cancel();
                    }

                    session.TryAdmit(Documents.Of(admitted));
                }

                session.CompleteAdding();
            }
            catch (OperationCanceledException) when (admitted >= cancelAt)
            {
                // Nothing is admitted after cancellation.
            }

            SessionDriver.TakeTheRest(session, results);
            return results.Select(result => result.Index).SequenceEqual(Enumerable.Range(0, admitted).Select(index => (long)index))
                && results.All(result => result.Status is ConversionStatus.Converted or ConversionStatus.Cancelled);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Fact]
    public void Documents_not_begun_are_cancelled_at_once_and_one_in_hand_that_does_not_listen_after_the_grace_time()
    {
        var time = new FakeTimeProvider();
        using var begun = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var executor = new TestExecutor(_ =>
        {
            begun.Set();
            release.Wait(SessionDriver.Patience);
        });
        var observer = new TestObserver();
        using var session = new BatchSession(new BatchOptions { Workers = 1 }, executor, observer, time, CancellationToken.None);
        Assert.All(Documents.Many(10), document => Assert.True(session.TryAdmit(document)));
        begun.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken);

        session.Cancel();
        var beforeGrace = observer.Done.Count;
        time.Advance(TimeSpan.FromMilliseconds(250));
        var results = new List<ConversionResult>();
        SessionDriver.TakeTheRest(session, results);
        release.Set();

        Assert.Equal(9, beforeGrace);
        Assert.Equal(10, results.Count);
        Assert.All(results, result => Assert.Equal(ConversionStatus.Cancelled, result.Status));
    }

    [Fact]
    public void Disposing_a_batch_in_full_swing_leaves_no_thread()
    {
        var threads = new ConcurrentDictionary<Thread, bool>();
        var session = new BatchSession(
            new BatchOptions { Workers = 4 },
            new TestExecutor((document, attempt) =>
            {
                threads[Thread.CurrentThread] = true;
                attempt.Cancellation.WaitHandle.WaitOne(SessionDriver.Patience);
                throw new OperationCanceledException(attempt.Cancellation);
            }),
            new TestObserver(),
            TimeProvider.System,
            CancellationToken.None);
        Assert.All(Documents.Many(100, 1_000_000), document => session.TryAdmit(document));
        Assert.True(SpinWait.SpinUntil(() => threads.Count == 4, SessionDriver.Patience));

        session.Dispose();

        Assert.All(threads.Keys, thread => Assert.True(thread.Join(SessionDriver.Patience)));
    }

    [Fact]
    public async Task Disposing_waits_for_no_worker_that_was_given_up()
    {
        var time = new FakeTimeProvider();
        using var begun = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var executor = new TestExecutor(_ =>
        {
            begun.Set();
            release.Wait(SessionDriver.Patience);
        });
        var options = new BatchOptions { Workers = 2, CancellationGrace = SessionDriver.Patience };
        var session = new BatchSession(options, executor, new TestObserver(), time, CancellationToken.None);
        Assert.True(session.TryAdmit(Documents.Of(0)));
        begun.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken);
        session.Cancel();
        time.Advance(options.CancellationGrace);
        SessionDriver.TakeTheRest(session, []);

        var disposing = Task.Run(session.Dispose, TestContext.Current.CancellationToken);

        await disposing.WaitAsync(SessionDriver.Patience / 2, TestContext.Current.CancellationToken);
        release.Set();
    }

    [Fact]
    public void Cancelling_a_batch_that_is_over_does_nothing()
    {
        var session = new BatchSession(
            new BatchOptions(), TestExecutor.Instant, new TestObserver(), TimeProvider.System, CancellationToken.None);
        SessionDriver.Run(session, Documents.Many(3));
        session.Dispose();

        session.Cancel();
    }

    [Fact]
    public void A_batch_that_ends_by_itself_leaves_no_thread()
    {
        var threads = new ConcurrentDictionary<Thread, bool>();
        SessionDriver.Run(
            new BatchOptions { Workers = 4 }, new TestExecutor(_ => threads[Thread.CurrentThread] = true), Documents.Many(500));

        Assert.NotEmpty(threads);
        Assert.All(threads.Keys, thread => Assert.True(thread.Join(SessionDriver.Patience)));
    }

    [Fact]
    public async Task A_cancelled_stream_gives_the_results_it_has_and_ends_in_an_exception()
    {
        using var cancellation = new CancellationTokenSource();
        var converter = new BatchConverter(new BatchOptions(), TestExecutor.Instant, new TestObserver(), TimeProvider.System);
        var results = new List<ConversionResult>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in converter.ConvertAsync(Endless(), cancellation.Token))
            {
                results.Add(result);
                if (results.Count == 25)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.True(results.Count >= 25);
        Assert.Equal(Enumerable.Range(0, results.Count).Select(index => (long)index), results.Select(result => result.Index));
    }

    [Fact]
    public async Task A_consumer_that_stops_early_stops_the_source_too()
    {
        var disposed = false;
        async IAsyncEnumerable<PlannedDocument> Source()
        {
            try
            {
                for (var index = 0; ; index++)
                {
                    yield return Documents.Of(index);
                    await Task.Yield();
                }
            }
            finally
            {
                disposed = true;
            }
        }

        var converter = new BatchConverter(
            new BatchOptions { ResultSlots = 10 }, TestExecutor.Instant, new TestObserver(), TimeProvider.System);
        await foreach (var result in converter.ConvertAsync(Source(), TestContext.Current.CancellationToken))
        {
            if (result.Index == 3)
            {
                break;
            }
        }

        Assert.True(disposed);
    }

    [Fact]
    public async Task A_source_that_fails_does_so_after_the_results_of_what_it_gave()
    {
        static async IAsyncEnumerable<PlannedDocument> Source()
        {
            yield return Documents.Of(0);
            yield return Documents.Of(1);
            await Task.Yield();
            throw new InvalidDataException("the list ends here");
        }

        var converter = new BatchConverter(new BatchOptions(), TestExecutor.Instant, new TestObserver(), TimeProvider.System);
        var results = new List<ConversionResult>();

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var result in converter.ConvertAsync(Source(), TestContext.Current.CancellationToken))
            {
                results.Add(result);
            }
        });

        Assert.Equal(2, results.Count);
    }

    private static async IAsyncEnumerable<PlannedDocument> Endless()
    {
        for (var index = 0; ; index++)
        {
            yield return Documents.Of(index);
            await Task.Yield();
        }
    }
}
