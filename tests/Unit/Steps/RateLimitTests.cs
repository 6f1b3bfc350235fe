using FastMd.Engine.Configuration;

namespace FastMd.Tests.Unit.Steps;

public sealed class RateLimitTests
{
    [Fact]
    public void Free_is_one_call_a_minute_one_at_a_time()
        => Assert.Equal(new(1, TimeSpan.FromMinutes(1), 1), RateLimit.Parse("free"));

    [Fact]
    public void Paid_is_five_calls_at_once_and_five_more_after_two_seconds()
        => Assert.Equal(new(5, TimeSpan.FromSeconds(2), 5), RateLimit.Parse("Paid"));

    [Theory]
    [InlineData("10/s", 10, 1)]
    [InlineData("1/min", 1, 60)]
    [InlineData(" 3600 / h ", 3600, 3600)]
    public void A_rate_is_a_number_of_calls_a_period(string text, int tokens, int seconds)
        => Assert.Equal((tokens, TimeSpan.FromSeconds(seconds)), RateLimit.Parse(text) is { } limit ? (limit.Tokens, limit.Period) : default);

    [Theory]
    [InlineData("")]
    [InlineData("0/s")]
    [InlineData("-1/s")]
    [InlineData("1.5/s")]
    [InlineData("10")]
    [InlineData("10/day")]
    [InlineData("10/s/s")]
    [InlineData("2000000/s")]
    [InlineData("generous")]
    public void What_is_no_limit_is_none(string text) => Assert.Null(RateLimit.Parse(text));

    [Theory]
    [InlineData("none")]
    [InlineData("free")]
    [InlineData("paid")]
    [InlineData("7/min")]
    public void A_limit_is_written_as_it_is_read(string text) => Assert.Equal(text, $"{RateLimit.Parse(text)}");
}
