using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Tests.Unit.Batching;

public sealed class RetryTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TestObserver _observer = new();

    [Fact]
    public void A_document_rests_before_it_is_tried_again_and_the_worker_goes_on_with_others()
    {
        using var session = Session((document, attempt) => document.Index == 0 && attempt.Number == 1 ? throw Busy() : Documents.Converted(document));
        Admit(session, 3);
        Assert.True(SpinWait.SpinUntil(() => _observer.Done.Count == 2, SessionDriver.Patience));
        Assert.Single(_observer.Begun, document => document.Index == 0);

        AdvanceUntil(() => _observer.Done.Count == 3);

        Assert.Equal(2, _observer.Begun.Count(document => document.Index == 0));
        SessionDriver.TakeTheRest(session, []);
    }

    [Fact]
    public void Each_pause_is_longer_than_the_first_and_all_are_kept()
    {
        var begun = new List<long>();
        using var session = Session(
            (document, attempt) =>
            {
                begun.Add(_time.GetTimestamp());
                return attempt.Number <= 4 ? throw Busy() : Documents.Converted(document);
            },
            new RetryOptions { Transient = 4, FirstDelay = TimeSpan.FromSeconds(10) });
        Admit(session, 1);

        AdvanceUntil(() => _observer.Done.Count == 1);

        Assert.Equal(5, begun.Count);
        Assert.True(TimeSpan.FromTicks(begun[4] - begun[0]) > TimeSpan.FromSeconds(20), "Four pauses of an exponential series from ten seconds.");
        SessionDriver.TakeTheRest(session, []);
    }

    [Fact]
    public void The_pause_asked_for_is_kept_and_the_batch_hears_of_it()
    {
        using var session = Session((document, attempt) => attempt.Number == 1
            ? throw new DocumentException(Diagnostic.Error("FM9999", "slow down"), retryAfter: TimeSpan.FromMinutes(5))
            : Documents.Converted(document));
        Admit(session, 1);
        Assert.True(SpinWait.SpinUntil(() => session.Load.RateLimits == 1, SessionDriver.Patience));
        var before = _time.GetTimestamp();

        AdvanceUntil(() => _observer.Done.Count == 1);

        Assert.InRange(TimeSpan.FromTicks(_time.GetTimestamp() - before), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        SessionDriver.TakeTheRest(session, []);
    }

    [Fact]
    public void A_pause_longer_than_anybody_waits_is_cut_short()
    {
        using var session = Session((document, attempt) => attempt.Number == 1
            ? throw new DocumentException(Diagnostic.Error("FM9999", "come back next year"), retryAfter: TimeSpan.FromDays(365))
            : Documents.Converted(document));
        Admit(session, 1);
        Assert.True(SpinWait.SpinUntil(() => session.Load.RateLimits == 1, SessionDriver.Patience));

        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                _time.Advance(TimeSpan.FromMinutes(10));
                return _observer.Done.Count == 1;
            },
            SessionDriver.Patience));
        SessionDriver.TakeTheRest(session, []);
    }

    [Fact]
    public void A_document_at_rest_is_cancelled_at_once()
    {
        using var session = Session((_, _) => throw Busy());
        Admit(session, 1);
        Assert.True(SpinWait.SpinUntil(() => _observer.Begun.Count == 1 && session.Load.WorkersActive == 0, SessionDriver.Patience));

        session.Cancel();

        Assert.Equal(ConversionStatus.Cancelled, SessionDriver.TakeOne(session).Status);
        Assert.True(session.IsCompleted);
    }

    [Fact]
    public void Without_retries_a_transient_failure_is_final()
    {
        using var session = Session((_, _) => throw Busy(), new RetryOptions { Transient = 0 });
        Admit(session, 1);

        var result = SessionDriver.TakeOne(session);

        Assert.Equal((ConversionStatus.Failed, 1), (result.Status, result.Attempts));
    }

    [Fact]
    public void The_two_kinds_of_failure_are_counted_apart()
    {
        var results = SessionDriver.Run(
            new BatchOptions { Retries = new() { FirstDelay = TimeSpan.Zero } },
            new TestExecutor((_, attempt) => throw (attempt.Number % 2 == 0 ? new InvalidOperationException("odd") : Busy())),
            Documents.Many(1));

        Assert.Equal(4, Assert.Single(results).Attempts);
        Assert.Equal(DiagnosticCodes.UnexpectedFailure, Assert.Single(results[0].Diagnostics).Code);
    }

    [Theory]
    [InlineData(1, 0.0, 7.5)]
    [InlineData(1, 1.0, 12.5)]
    [InlineData(2, 0.5, 20)]
    [InlineData(3, 0.0, 30)]
    [InlineData(3, 0.5, 40)]
    [InlineData(4, 0.5, 60)]
    [InlineData(int.MaxValue, 1.0, 60)]
    public void Each_pause_is_twice_as_long_up_to_a_quarter_more_or_less_and_a_minute_at_most(int tries, double jitter, double expectedSeconds)
        => Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), RetrySchedule.BackOff(TimeSpan.FromSeconds(10), tries, null, jitter));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(300, 300)]
    [InlineData(86_400, 3600)]
    [InlineData(-1, 10)]
    public void A_pause_asked_for_has_no_jitter_and_one_that_is_none_is_not_kept(int askedSeconds, int expectedSeconds)
        => Assert.Equal(
            TimeSpan.FromSeconds(expectedSeconds), RetrySchedule.BackOff(TimeSpan.FromSeconds(10), 1, TimeSpan.FromSeconds(askedSeconds), jitter: 0.5));

    [Fact]
    public void Without_a_first_pause_there_is_none()
        => Assert.Equal(TimeSpan.Zero, RetrySchedule.BackOff(TimeSpan.Zero, int.MaxValue, null, jitter: 1));

    private static DocumentException Busy() => new(Diagnostic.Error("FM9999", "busy"), isTransient: true);

    private static void Admit(BatchSession session, int count)
    {
        Assert.All(Documents.Many(count), document => Assert.True(session.TryAdmit(document)));
        session.CompleteAdding();
    }

    private BatchSession Session(Func<PlannedDocument, Attempt, ConversionResult> execute, RetryOptions? retries = null) => new(
        new BatchOptions { Workers = 1, TimeLimit = TimeSpan.Zero, Retries = retries ?? new() },
        new TestExecutor(execute),
        _observer,
        _time,
        CancellationToken.None);

    // The pause begins on another thread: time goes on until it has been noticed.
    private void AdvanceUntil(Func<bool> condition)
        => Assert.True(SpinWait.SpinUntil(
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
                return condition();
            },
            SessionDriver.Patience));
}
