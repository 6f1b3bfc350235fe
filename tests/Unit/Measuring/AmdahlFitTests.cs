using FastMd.Engine.Measuring;

namespace FastMd.Tests.Unit.Measuring;

public sealed class AmdahlFitTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void The_fraction_behind_times_that_follow_the_law_is_found(double fraction)
        => Assert.Equal(
            fraction,
            AmdahlFit.SerialFraction(Enumerable.Range(1, 16).Select(workers => (workers, AmdahlFit.SpeedUp(fraction, workers)))),
            precision: 9);

    [Fact]
    public void Noise_changes_the_fraction_little()
    {
        var random = new Random(3);
        var noisy = Enumerable.Range(1, 16).Select(workers => (workers, AmdahlFit.SpeedUp(0.1, workers) * (0.97 + (0.06 * random.NextDouble()))));

        Assert.InRange(AmdahlFit.SerialFraction(noisy), 0.08, 0.12);
    }

    [Fact]
    public void More_than_the_ideal_is_no_negative_fraction()
        => Assert.Equal(0, AmdahlFit.SerialFraction([(1, 1), (2, 2.2)]));

    [Fact]
    public void One_worker_alone_tells_nothing()
        => Assert.Equal(0, AmdahlFit.SerialFraction([(1, 1)]));

    [Fact]
    public void The_speed_up_ends_at_one_over_the_fraction()
        => Assert.InRange(AmdahlFit.SpeedUp(0.1, 1_000_000), 9.99, 10);
}
