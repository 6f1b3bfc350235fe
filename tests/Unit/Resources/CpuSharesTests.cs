using FastMd.Engine.Resources;

namespace FastMd.Tests.Unit.Resources;

public class CpuSharesTests
{
    [Fact]
    public void Shares_are_of_the_time_between_the_two_readings()
        => Assert.Equal(new CpuShares(0.75, 0.1), CpuShares.Between(new(100, 1000, 50), new(250, 1200, 70)));

    [Fact]
    public void Without_an_earlier_reading_nothing_is_known()
        => Assert.Equal(new CpuShares(null, null), CpuShares.Between(null, new(250, 1200, 70)));

    [Fact]
    public void Without_a_later_reading_nothing_is_known()
        => Assert.Equal(new CpuShares(null, null), CpuShares.Between(new(250, 1200, 70), null));

    [Fact]
    public void Where_no_time_passed_nothing_is_known()
        => Assert.Equal(new CpuShares(null, null), CpuShares.Between(new(100, 1000, 50), new(100, 1000, 50)));

    [Fact]
    public void A_busy_counter_that_goes_backwards_says_nothing()
        => Assert.Equal(new CpuShares(null, 0.1), CpuShares.Between(new(300, 1000, 50), new(250, 1200, 70)));

    [Fact]
    public void A_waiting_counter_that_goes_backwards_costs_its_own_share_only()
        => Assert.Equal(new CpuShares(0.75, null), CpuShares.Between(new(100, 1000, 50), new(250, 1200, 49)));

    [Fact]
    public void A_total_that_goes_backwards_says_nothing_of_either()
        => Assert.Equal(new CpuShares(null, null), CpuShares.Between(new(100, 1000, 50), new(250, 900, 70)));

    [Fact]
    public void More_time_spent_than_there_was_is_all_of_it()
        => Assert.Equal(1, CpuShares.Between(new(0, 0), new(30, 20)).Busy);

    [Fact]
    public void A_clock_that_does_not_tell_of_waiting_leaves_it_unknown()
        => Assert.Equal(new CpuShares(0.5, null), CpuShares.Between(new(0, 0), new(5, 10)));
}
