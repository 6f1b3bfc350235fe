using FastMd.Engine.Configuration;
using FastMd.Engine.Steps.Limiting;

namespace FastMd.Tests.Unit.Steps;

public sealed class RateLedgerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly LocalRateLedger _ledger;

    public RateLedgerTests() => _ledger = new(_time);

    [Fact]
    public void A_call_a_minute_reserves_the_minutes_to_come()
        => Assert.Equal([0, 60, 120, 180], Waits(4, RateLimit.Free));

    [Fact]
    public void Calls_of_one_batch_may_begin_at_once_and_the_next_batch_comes_a_period_later()
        => Assert.Equal([0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 4], Waits(11, RateLimit.Paid));

    [Fact]
    public void A_bucket_is_full_again_a_period_after_its_first_token_was_taken()
    {
        Waits(3, RateLimit.Paid);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([0, 0, 0, 0, 0, 2], Waits(6, RateLimit.Paid));
    }

    [Fact]
    public void What_is_not_used_is_not_saved_up()
    {
        Waits(1, RateLimit.Paid);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal([0, 0, 0, 0, 0, 2], Waits(6, RateLimit.Paid));
    }

    [Fact]
    public void Resources_have_buckets_of_their_own()
    {
        Waits(3, RateLimit.Free);

        Assert.Equal(TimeSpan.Zero, _ledger.Reserve("other", RateLimit.Free));
    }

    [Fact]
    public void Without_a_limit_nobody_waits()
        => Assert.All(Waits(1000, RateLimit.None), wait => Assert.Equal(0, wait));

    [Theory]
    [InlineData("none")]
    [InlineData("paid")]
    public void A_pause_that_a_service_asked_for_is_kept_by_all(string limit)
    {
        Waits(7, RateLimit.Parse(limit)!);
        _ledger.PushBack("service", TimeSpan.FromSeconds(30));

        Assert.Equal([30, 30], Waits(2, RateLimit.Parse(limit)!));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, Waits(1, RateLimit.Parse(limit)!)[0]);
    }

    [Fact]
    public void A_shorter_pause_does_not_end_a_longer_one()
    {
        _ledger.PushBack("service", TimeSpan.FromSeconds(30));
        _ledger.PushBack("service", TimeSpan.FromSeconds(10));

        Assert.Equal([30], Waits(1, RateLimit.Paid));
    }

    private double[] Waits(int count, RateLimit limit)
        => [.. Enumerable.Range(0, count).Select(_ => _ledger.Reserve("service", limit).TotalSeconds)];
}
