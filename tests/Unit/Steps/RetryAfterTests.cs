using FastMd.Engine.Steps;

namespace FastMd.Tests.Unit.Steps;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 0.5 ", 0.5)]
    [InlineData("0", 0)]
    [InlineData("Sun, 01 Mar 2026 12:02:00 GMT", 120)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", 0)]
    [InlineData("99999999999999", 86_400)]
    public void A_pause_is_seconds_or_a_date(string value, double seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Parse(value, Now));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("1e9")]
    public void What_is_no_pause_is_none(string value) => Assert.Null(RetryAfter.Parse(value, Now));

    [Fact]
    public void The_last_line_that_asks_for_a_pause_counts()
        => Assert.Equal(TimeSpan.FromSeconds(7), RetryAfter.Find(["Retry-After: 5", "too many requests", "< retry-after: 7", "Retry-After: later"], Now));

    [Fact]
    public void Without_such_a_line_there_is_no_pause() => Assert.Null(RetryAfter.Find(["see Retry-After: 5"], Now));
}
