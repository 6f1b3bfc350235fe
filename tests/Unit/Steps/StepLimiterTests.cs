using System.Threading.RateLimiting;
using FastMd.Engine.Configuration;
using FastMd.Engine.Steps.Limiting;

namespace FastMd.Tests.Unit.Steps;

public sealed class StepLimiterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly CountingLedger _ledger;

    public StepLimiterTests() => _ledger = new(new LocalRateLedger(_time));

    [Fact]
    public async Task A_turn_comes_when_its_token_may_be_used()
    {
        var limiter = Limiter(new(1, TimeSpan.FromMinutes(1), 2));
        using var first = limiter.Wait(TestContext.Current.CancellationToken);

        var second = Waiting(limiter);
        Assert.True(SpinWait.SpinUntil(() => _ledger.Reserved == 2, Patience));
        Assert.False(second.IsCompleted);
        AdvanceUntil(second);

        (await second).Dispose();
        Assert.True(_time.GetUtcNow() - _time.Start >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task One_at_a_time_means_that_the_next_one_takes_no_token_before_the_last_one_is_done()
    {
        var limiter = Limiter(RateLimit.Free);
        var first = limiter.Wait(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(5));

        var second = Waiting(limiter);
        Assert.Equal(1, _ledger.Reserved);
        first.Dispose();

        (await second).Dispose();
        Assert.Equal(2, _ledger.Reserved);
    }

    [Fact]
    public async Task Who_is_given_up_while_it_waits_stands_in_nobodys_way()
    {
        var limiter = Limiter(RateLimit.Free);
        var first = limiter.Wait(TestContext.Current.CancellationToken);
        using var abandoned = new CancellationTokenSource();
        var second = WaitingUntil(limiter, abandoned.Token);
        await abandoned.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        _time.Advance(TimeSpan.FromMinutes(1));

        limiter.Wait(TestContext.Current.CancellationToken).Dispose();
        Assert.Equal(2, _ledger.Reserved);
    }

    [Fact]
    public async Task Who_waits_already_keeps_a_pause_that_a_service_asks_for_meanwhile()
    {
        var limiter = Limiter(new(1, TimeSpan.FromSeconds(10), 2));
        limiter.Wait(TestContext.Current.CancellationToken).Dispose();
        var second = Waiting(limiter);
        Assert.True(SpinWait.SpinUntil(() => _ledger.Reserved == 2, Patience));

        limiter.PushBack(TimeSpan.FromSeconds(60));
        AdvanceUntil(second);

        (await second).Dispose();
        Assert.True(_time.GetUtcNow() - _time.Start >= TimeSpan.FromSeconds(60));
    }

    private StepLimiter Limiter(RateLimit limit) => new(_ledger, "service", limit, _time);

    private static Task<RateLimitLease> Waiting(StepLimiter limiter) => WaitingUntil(limiter, CancellationToken.None);

    private static Task<RateLimitLease> WaitingUntil(StepLimiter limiter, CancellationToken cancellation)
        => Task.Factory.StartNew(() => limiter.Wait(cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Lets time pass until somebody has waited long enough.</summary>
    private void AdvanceUntil(Task done) => Assert.True(SpinWait.SpinUntil(
        () =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return done.IsCompleted;
        },
        Patience));

    private sealed class CountingLedger(IRateLedger inner) : IRateLedger
    {
        private int _reserved;

        public int Reserved => Volatile.Read(ref _reserved);

        public TimeSpan Reserve(string resource, RateLimit limit)
        {
            var wait = inner.Reserve(resource, limit);
            Interlocked.Increment(ref _reserved);
            return wait;
        }

        public void PushBack(string resource, TimeSpan pause) => inner.PushBack(resource, pause);
    }
}
