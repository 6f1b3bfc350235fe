using FastMd.Engine.Reports.Live;

namespace FastMd.Tests.Unit.Reports.Live;

public class HearingTests
{
    private readonly FakeTimeProvider _time = new(SampleLive.Now);
    private readonly Hearing _hearing;

    public HearingTests() => _hearing = new(_time);

    [Fact]
    public void Who_tells_something_new_is_heard_whatever_its_clock_says()
    {
        foreach (var skew in (TimeSpan[])[TimeSpan.FromHours(-3), TimeSpan.Zero, TimeSpan.FromHours(3)])
        {
            var part = SampleLive.Part($"host/{skew}");
            _ = _hearing.IsSilent(part with { At = _time.GetUtcNow() + skew });
            for (var second = 1; second <= 60; second++)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                Assert.False(_hearing.IsSilent(part with { At = _time.GetUtcNow() + skew }));
            }
        }
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(3)]
    public void Who_tells_nothing_new_for_a_while_is_silent_whatever_its_clock_said(int hours)
    {
        var part = SampleLive.Part() with { At = SampleLive.Now + TimeSpan.FromHours(hours) };
        _ = _hearing.IsSilent(part with { At = part.At - TimeSpan.FromSeconds(1) });
        Assert.False(_hearing.IsSilent(part));

        _time.Advance(TimeSpan.FromSeconds(16));

        Assert.True(_hearing.IsSilent(part));
    }

    [Fact]
    public void What_was_told_long_before_anybody_listened_is_silence() => Assert.True(_hearing.IsSilent(SampleLive.Part() with { At = SampleLive.Now - TimeSpan.FromMinutes(1) }));

    [Fact]
    public void Who_is_over_has_nothing_to_tell()
    {
        var part = SampleLive.Part(state: LiveState.Over);
        Assert.False(_hearing.IsSilent(part));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(_hearing.IsSilent(part));
    }
}
