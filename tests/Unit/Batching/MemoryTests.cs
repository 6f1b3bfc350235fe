using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.Pipeline;

namespace FastMd.Tests.Unit.Batching;

/// <summary>Documents of which it turns out only in hand how much memory they need.</summary>
public sealed class MemoryTests : IDisposable
{
    private const long MegaByte = 1024 * 1024;

    // Megabytes that documents may need at once with the default limit, of 512 MB.
    private const long Most = 640;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _time = new();
    private readonly TestHeap _heap = new();
    private readonly TestObserver _observer = new();
    private readonly ManualResetEventSlim _release = new();

    public void Dispose()
    {
        _release.Set();
        _release.Dispose();
    }

    [Fact]
    public void A_document_that_needs_more_than_there_may_ever_be_is_refused()
    {
        using var session = Session(workers: 1, (document, attempt) => attempt.TakeMemory(document.Source.Length, (Most + 1) * MegaByte));

        var result = Assert.Single(Run(session, 1));

        Assert.Equal(ConversionStatus.Failed, result.Status);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(DiagnosticCodes.DocumentNeedsTooMuchMemory, diagnostic.Code);
        Assert.Contains("641 MB of memory; the limit is 512 MB", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_that_need_more_than_half_of_it_run_one_after_the_other_and_all_are_converted()
    {
        var inHand = 0;
        var most = 0;
        using var session = Session(workers: 4, (_, attempt) =>
        {
            attempt.TakeMemory(1, 400 * MegaByte);
            most = Math.Max(most, Interlocked.Increment(ref inHand));
            Thread.Yield();
            Interlocked.Decrement(ref inHand);
        });

        Assert.All(Run(session, 20), static result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal(1, most);
    }

    [Fact]
    public void The_time_limit_does_not_count_how_long_a_document_waits_for_memory()
    {
        using var hasAll = new ManualResetEventSlim();
        using var session = Session(workers: 2, (document, attempt) =>
        {
            if (document.Index == 0)
            {
                attempt.TakeMemory(1, Most * MegaByte);
                attempt.TryCommit();
                hasAll.Set();
                _release.Wait(SessionDriver.Patience);
            }
            else
            {
                hasAll.Wait(SessionDriver.Patience);
                attempt.TakeMemory(1, MegaByte);
            }
        });
        Admit(session, 2);
        Assert.True(SpinWait.SpinUntil(() => session.DocumentsWaitingForMemory == 1, SessionDriver.Patience));
        _time.Advance(TimeSpan.FromMinutes(5));
        _release.Set();

        var waited = TakeAll(session)[1];

        Assert.Equal(ConversionStatus.Converted, waited.Status);
    }

    [Fact]
    public void A_document_that_waits_for_memory_ends_with_the_batch()
    {
        using var session = Session(workers: 2, (_, attempt) =>
        {
            attempt.TakeMemory(1, Most * MegaByte);
            attempt.Cancellation.WaitHandle.WaitOne(SessionDriver.Patience);
            attempt.Cancellation.ThrowIfCancellationRequested();
        });
        Admit(session, 2);
        Assert.True(SpinWait.SpinUntil(() => session.DocumentsWaitingForMemory == 1, SessionDriver.Patience));

        session.Cancel();

        Assert.All(TakeAll(session), static result => Assert.Equal(ConversionStatus.Cancelled, result.Status));
    }

    [Fact]
    public void A_document_given_up_at_its_time_limit_gives_its_memory_to_those_that_wait()
    {
        using var session = Session(workers: 2, (document, attempt) =>
        {
            if (document.Index == 0)
            {
                attempt.TakeMemory(1, Most * MegaByte);
                _release.Wait(SessionDriver.Patience);
            }
            else
            {
                SpinWait.SpinUntil(() => _heap.Held > 0);
                attempt.TakeMemory(1, MegaByte);
            }
        });
        Admit(session, 2);
        Assert.True(SpinWait.SpinUntil(() => _observer.Begun.Count == 2, SessionDriver.Patience));
        SpinWait.SpinUntil(() => session.Load.WorkersActive == 2);
        _heap.Held = 1;
        Assert.True(SpinWait.SpinUntil(() => session.DocumentsWaitingForMemory == 1, SessionDriver.Patience));

        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal([ConversionStatus.TimedOut, ConversionStatus.Converted], TakeAll(session).Select(static result => result.Status));
    }

    [Fact]
    public void A_document_that_outgrows_the_memory_alone_is_given_up()
    {
        using var session = Session(workers: 1, (_, attempt) => Grow(attempt, MegaByte));
        Admit(session, 1);
        Assert.True(SpinWait.SpinUntil(() => _heap.Held > 0, SessionDriver.Patience));
        _time.Advance(Moment);

        var result = Assert.Single(TakeAll(session));

        Assert.Equal(ConversionStatus.Failed, result.Status);
        Assert.Equal(DiagnosticCodes.DocumentNeedsTooMuchMemory, Assert.Single(result.Diagnostics).Code);
        Assert.True(_heap.Collections > 0, "It was given up before anything was collected.");
    }

    [Fact]
    public void Garbage_makes_no_document_be_given_up()
    {
        using var session = Session(workers: 1, (_, attempt) =>
        {
            attempt.TakeMemory(1, MegaByte);
            _heap.Garbage = 800 * MegaByte;
            _release.Wait(SessionDriver.Patience);
        });
        Admit(session, 1);
        Assert.True(SpinWait.SpinUntil(() => _heap.Garbage > 0, SessionDriver.Patience));
        _time.Advance(Moment);
        _release.Set();

        Assert.Equal(ConversionStatus.Converted, Assert.Single(TakeAll(session)).Status);
        Assert.Equal(1, _heap.Collections);
    }

    [Fact]
    public void Of_documents_that_outgrow_the_memory_together_the_largest_is_begun_again_alone()
    {
        var tries = new int[2];
        using var session = Session(workers: 2, (document, attempt) =>
        {
            if (Interlocked.Increment(ref tries[document.Index]) == 1 && document.Index == 0)
            {
                Grow(attempt, 2 * MegaByte);
            }

            attempt.TakeMemory(1, MegaByte);
            if (document.Index == 1)
            {
                _release.Wait(SessionDriver.Patience);
            }
        });
        Admit(session, 2);
        Assert.True(SpinWait.SpinUntil(() => _heap.Held > 0 && session.DocumentsWithMemory == 2, SessionDriver.Patience));
        _time.Advance(Moment);
        Assert.True(SpinWait.SpinUntil(() => session.DocumentsWaitingForMemory == 1, SessionDriver.Patience));
        _release.Set();

        var results = TakeAll(session);

        Assert.All(results, static result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal([2, 1], tries);
    }

    /// <summary>Takes more memory than was asked for, until the document is given up.</summary>
    private void Grow(Attempt attempt, long need)
    {
        attempt.TakeMemory(1, need);
        _heap.Held = 800 * MegaByte;
        attempt.Cancellation.WaitHandle.WaitOne(SessionDriver.Patience);
        _heap.Held = 0;
        attempt.Cancellation.ThrowIfCancellationRequested();
    }

    private BatchSession Session(int workers, Action<PlannedDocument, Attempt> work) => new(
        new BatchOptions { Workers = workers },
        new TestExecutor((document, attempt) =>
        {
            work(document, attempt);
            return Documents.Converted(document);
        }),
        _observer,
        _time,
        new DedicatedThreadScheduler(),
        CancellationToken.None,
        heap: _heap);

    private static List<ConversionResult> Run(BatchSession session, int count)
    {
        Admit(session, count);
        return TakeAll(session);
    }

    /// <summary>Admits documents too large for a worker to take two of them at once.</summary>
    private static void Admit(BatchSession session, int count)
    {
        for (var index = 0; index < count; index++)
        {
            Assert.True(session.TryAdmit(Documents.Of(index, 200_000)));
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
