using FastMd.Engine.Batching;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Batching;

public sealed class TierTableTests
{
    private const long MegaByte = 1024 * 1024;

    [Theory]
    [InlineData(0, SizeTier.Tiny)]
    [InlineData(MegaByte - 1, SizeTier.Tiny)]
    [InlineData(MegaByte, SizeTier.Small)]
    [InlineData(10 * MegaByte, SizeTier.Medium)]
    [InlineData(50 * MegaByte, SizeTier.Large)]
    [InlineData(200 * MegaByte, SizeTier.Huge)]
    [InlineData(long.MaxValue, SizeTier.Huge)]
    public void A_document_belongs_to_the_tier_whose_bound_it_reaches(long length, SizeTier expected)
        => Assert.Equal(expected, new TierTable().Of(length));

    [Fact]
    public void Bounds_can_be_moved()
        => Assert.Equal(SizeTier.Medium, new TierTable { BoundsMB = [10, 20, 30, 40] }.Of(25 * MegaByte));

    [Fact]
    public void A_time_limit_that_is_no_limit_stays_one()
    {
        var options = new BatchOptions { TimeLimit = TimeSpan.MaxValue, TimeLimitPerMegaByte = TimeSpan.FromDays(1) };

        Assert.Equal(TimeSpan.MaxValue, options.TimeLimitOf(new(Documents.Of(0, long.MaxValue), 0, 0, SizeTier.Huge, 0)));
    }

    [Theory]
    [InlineData(100, 30)]
    [InlineData(10 * MegaByte, 50)]
    [InlineData(300 * MegaByte, 700)]
    public void A_time_limit_grows_with_size_from_that_of_the_tier(long length, int expectedSeconds)
    {
        var options = new BatchOptions
        {
            TimeLimit = TimeSpan.FromSeconds(30),
            TimeLimitPerMegaByte = TimeSpan.FromSeconds(2),
            Tiers = new() { TimeLimitSeconds = [0, 0, 0, 0, 100] },
        };
        var item = new BatchItem(Documents.Of(0, length), 0, 0, options.Tiers.Of(length), 0);

        Assert.Equal(expectedSeconds, options.TimeLimitOf(item).TotalSeconds, precision: 2);
    }
}
