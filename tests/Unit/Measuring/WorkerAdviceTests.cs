using FastMd.Engine.Measuring;

namespace FastMd.Tests.Unit.Measuring;

public sealed class WorkerAdviceTests
{
    [Theory]
    [InlineData(new[] { 1.0, 1.9, 2.8, 3.6 }, 4)]
    [InlineData(new[] { 1.0, 1.9, 1.95, 1.93 }, 2)]
    [InlineData(new[] { 1.0, 0.9 }, 1)]
    public void The_fewest_workers_that_are_about_as_fast_as_the_fastest_are_recommended(double[] speedUps, int expected)
        => Assert.Equal(expected, WorkerAdvice.Of([.. speedUps.Select((speedUp, i) => new SpeedPoint(i + 1, TimeSpan.FromSeconds(1 / speedUp), speedUp, 1))]));
}
