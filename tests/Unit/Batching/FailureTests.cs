using System.Collections.Concurrent;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Batching;

public sealed class FailureTests
{
    [Fact]
    public void An_unexpected_exception_is_tried_once_more_and_may_pass()
    {
        var result = RunOne((document, attempt) => attempt.Number == 1
            ? throw new InvalidOperationException("flaky")
            : Documents.Converted(document) with { Attempts = attempt.Number });

        Assert.Equal(ConversionStatus.Converted, result.Status);
        Assert.Equal(2, result.Attempts);
    }

    [Fact]
    public void An_unexpected_exception_that_stays_fails_the_document_with_its_wording()
    {
        var result = RunOne((_, _) => throw new InvalidOperationException("it broke"));

        Assert.Equal(ConversionStatus.Failed, result.Status);
        Assert.Equal(2, result.Attempts);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(DiagnosticCodes.UnexpectedFailure, diagnostic.Code);
        Assert.Contains("it broke", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_failure_is_not_tried_again()
    {
        var result = RunOne((_, _) => throw Known(isTransient: false));

        Assert.Equal(ConversionStatus.Failed, result.Status);
        Assert.Equal(1, result.Attempts);
        Assert.Equal("FM9999", Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void A_transient_failure_is_tried_again_as_often_as_the_options_say()
    {
        var result = RunOne((_, _) => throw Known(isTransient: true));

        Assert.Equal(ConversionStatus.Failed, result.Status);
        Assert.Equal(4, result.Attempts);
        Assert.Equal("FM9999", Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void A_refused_document_fails_in_its_place_without_being_tried()
    {
        var begun = new ConcurrentQueue<long>();
        var documents = Documents.Many(5);
        documents[2] = documents[2] with { Refusal = Diagnostic.Error("FM9999", "no") };

        var results = SessionDriver.Run(
            new BatchOptions(), new TestExecutor(document => begun.Enqueue(document.Index)), documents);

        Assert.Equal([0, 1, 2, 3, 4], results.Select(result => result.Index));
        Assert.Equal(ConversionStatus.Failed, results[2].Status);
        Assert.Equal(0, results[2].Attempts);
        Assert.DoesNotContain(2, begun);
    }

    [Fact]
    public void One_failing_document_costs_no_other()
    {
        var results = SessionDriver.Run(
            new BatchOptions { Workers = 3 },
            new TestExecutor(document => _ = document.Index == 50 ? throw new InsufficientMemoryException() : 0),
            Documents.Many(200));

        Assert.Equal(50, Assert.Single(results, result => result.Status != ConversionStatus.Converted).Index);
    }

    [Fact]
    public void When_no_thread_can_be_started_documents_are_converted_one_after_the_other_with_a_notice()
        => AssertFallsBack(static _ => throw new InsufficientMemoryException("no threads"));

    [Fact]
    public void When_only_the_first_thread_can_be_started_documents_are_converted_one_after_the_other_with_a_notice()
    {
        var started = 0;
        AssertFallsBack(thread =>
        {
            if (++started > 1)
            {
                throw new InsufficientMemoryException("no more threads");
            }

            thread.Start();
        });
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, false)]
    public void With_one_core_or_parallel_off_documents_never_overlap(int workers, bool parallel)
    {
        var together = 0;
        var overlapped = false;
        var results = SessionDriver.Run(
            new BatchOptions { Workers = workers, Parallel = parallel },
            new TestExecutor(_ =>
            {
                overlapped |= Interlocked.Increment(ref together) > 1;
                Thread.Yield();
                Interlocked.Decrement(ref together);
            }),
            Documents.Many(200));

        Assert.False(overlapped);
        Assert.Equal(200, results.Count);
    }

    [Fact]
    public void All_workers_run_at_once()
    {
        const int Workers = 4;
        using var together = new Barrier(Workers);

        var results = SessionDriver.Run(
            new BatchOptions { Workers = Workers },
            new TestExecutor(_ => Assert.True(together.SignalAndWait(SessionDriver.Patience))),
            Documents.Many(Workers, length: 1_000_000));

        Assert.All(results, result => Assert.Equal(ConversionStatus.Converted, result.Status));
    }

    [Fact]
    public void A_batch_without_documents_ends()
        => Assert.Empty(SessionDriver.Run(new BatchOptions(), TestExecutor.Instant, []));

    [Fact]
    public void Adding_to_a_closed_batch_is_an_error()
    {
        using var session = new BatchSession(
            new BatchOptions(), TestExecutor.Instant, new TestObserver(), TimeProvider.System, CancellationToken.None);
        session.CompleteAdding();

        Assert.Throws<InvalidOperationException>(() => session.TryAdmit(Documents.Of(0)));
    }

    private static void AssertFallsBack(Action<Thread> start)
    {
        var observer = new TestObserver();
        using var session = new BatchSession(
            new BatchOptions { Workers = 4 },
            TestExecutor.Instant,
            observer,
            TimeProvider.System,
            new DedicatedThreadScheduler(start),
            CancellationToken.None);

        var results = SessionDriver.Run(session, Documents.Many(100));

        Assert.Equal(100, results.Count);
        Assert.All(results, result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal(DiagnosticCodes.ParallelEngineUnavailable, Assert.Single(observer.Notices).Code);
    }

    private static DocumentException Known(bool isTransient)
        => new(Diagnostic.Error("FM9999", "known"), isTransient: isTransient);

    private static ConversionResult RunOne(Func<PlannedDocument, Attempt, ConversionResult> execute)
        => Assert.Single(SessionDriver.Run(
            new BatchOptions { Retries = new() { FirstDelay = TimeSpan.Zero } }, new TestExecutor(execute), Documents.Many(1)));
}
