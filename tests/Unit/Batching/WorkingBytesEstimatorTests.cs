using FastMd.Engine.Batching;

namespace FastMd.Tests.Unit.Batching;

public sealed class WorkingBytesEstimatorTests
{
    private readonly WorkingBytesEstimator _bytes = new();

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    [InlineData(50_000_000)]
    public void Before_anything_was_seen_the_estimate_is_what_was_measured_beforehand(long length)
        => Assert.InRange(_bytes.Estimate(length), 0.98 * WorkingBytesEstimator.Expected(length), 1.02 * WorkingBytesEstimator.Expected(length));

    [Theory]
    [InlineData(6, 1.0)]
    [InlineData(40, 1.0)]
    [InlineData(0.5, 1.3)]
    public void The_estimate_comes_to_cover_what_documents_really_cost(double factor, double exponent)
    {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var length = (long)Math.Exp(Math.Log(10_000) + (random.NextDouble() * Math.Log(2_000)));
            _bytes.RecordAllocation(length, (long)(factor * Math.Pow(length, exponent) * (0.9 + (0.2 * random.NextDouble()))));
        }

        foreach (var length in (long[])[20_000, 500_000, 10_000_000])
        {
            var cost = Math.Clamp(factor * Math.Pow(length, exponent), 4 * length, 80 * length);
            Assert.InRange(_bytes.Estimate(length), cost, 2 * cost);
        }
    }

    [Fact]
    public void Whatever_is_seen_an_estimate_stays_within_reason_and_grows_with_size()
    {
        var random = new Random(2);
        for (var i = 0; i < 1_000; i++)
        {
            _bytes.RecordAllocation(random.NextInt64(long.MaxValue), random.NextInt64(long.MaxValue));
            var before = 0L;
            for (var length = 1L; length < long.MaxValue / 8; length *= 7)
            {
                var estimate = _bytes.Estimate(length);
                Assert.InRange(estimate, Math.Max(before, length < long.MaxValue / 16 ? 4 * length : 0), long.MaxValue);
                before = estimate;
            }
        }
    }
}
