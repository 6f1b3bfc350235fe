using System.Collections.Concurrent;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Batching;

/// <summary>What others bring into a batch may throw wherever it is called.</summary>
public sealed class HostileGuestTests
{
    [Fact]
    public void An_observer_that_throws_at_everything_costs_no_document()
    {
        var observer = new ThrowingObserver();

        var results = SessionDriver.Run(
            new BatchOptions { Workers = 2, Retries = new() { FirstDelay = TimeSpan.Zero } },
            new TestExecutor((document, attempt) => document.Index % 3 == 0 && attempt.Number == 1
                ? throw new InvalidOperationException("once")
                : Documents.Converted(document)),
            Documents.Many(50),
            observer);

        Assert.Equal(50, results.Count(result => result.Status == ConversionStatus.Converted));
        Assert.Equal(DiagnosticCodes.ObserverFailed, Assert.Single(observer.Notices).Code);
    }

    [Fact]
    public void What_an_executor_registers_with_its_token_may_throw_when_the_document_is_given_up()
    {
        using var release = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var time = new FakeTimeProvider();
        var executor = new TestExecutor((document, attempt) =>
        {
            if (document.Index == 0)
            {
                attempt.Cancellation.Register(() => throw new InvalidOperationException("not so fast"));
                begun.Set();
                release.Wait(SessionDriver.Patience);
            }

            return Documents.Converted(document);
        });
        using var session = new BatchSession(new BatchOptions { Workers = 1 }, executor, new TestObserver(), time, CancellationToken.None);
        Assert.All(Documents.Many(3), document => Assert.True(session.TryAdmit(document)));
        session.CompleteAdding();
        begun.Wait(SessionDriver.Patience, TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(31));

        var results = new List<ConversionResult>();
        SessionDriver.TakeTheRest(session, results);
        release.Set();
        Assert.Equal(
            [ConversionStatus.TimedOut, ConversionStatus.Converted, ConversionStatus.Converted], results.Select(result => result.Status));
    }

    private sealed class ThrowingObserver : IBatchObserver
    {
        public ConcurrentQueue<Diagnostic> Notices { get; } = new();

        public void Started(PlannedDocument document, Attempt attempt) => throw new InvalidOperationException("started");

        public void Retrying(PlannedDocument document, Attempt attempt, Exception reason) => throw new InvalidOperationException("retrying");

        public void Completed(PlannedDocument document, ConversionResult result) => throw new InvalidOperationException("completed");

        public void Scaled(ScalingDecision decision) => throw new InvalidOperationException("scaled");

        public void Noticed(Diagnostic diagnostic)
        {
            Notices.Enqueue(diagnostic);
            throw new InvalidOperationException("noticed");
        }
    }
}
