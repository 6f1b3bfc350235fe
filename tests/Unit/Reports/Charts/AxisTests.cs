using FastMd.Engine.Reports.Charts;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Reports.Charts;

public sealed class AxisTests
{
    // From a millionth to a million millions.
    private static readonly FsCheck.Gen<double> AnySize = Gen.Choose(-6000, 12000).Select(exponent => Math.Pow(10, exponent / 1000.0));

    [Fact]
    public void An_axis_reaches_the_largest_value_in_a_few_even_steps()
        => Property.Holds(AnySize, largest => new[] { Axis.UpTo(largest, Figures.Real), Axis.UpToBytes(largest) }.All(axis =>
            axis.Maximum >= largest * 0.999999 && axis.Ticks.Count is >= 2 and <= 6 && axis.Ticks[^1] == axis.Maximum && axis.Ticks[0] == 0));

    [Fact]
    public void A_clock_ends_where_the_batch_ended_and_has_a_few_ticks()
        => Property.Holds(Gen.Choose(-3000, 7000).Select(exponent => TimeSpan.FromSeconds(Math.Pow(10, exponent / 1000.0))), end =>
        {
            var axis = Axis.Clock(end);
            return axis.Maximum == end.TotalSeconds && axis.Ticks.Count is >= 2 and <= 7 && axis.Ticks.All(tick => tick <= axis.Maximum);
        });

    [Fact]
    public void A_logarithmic_axis_has_a_few_ticks_whatever_it_spans()
        => Property.Holds(AnySize.Two(), pair =>
        {
            var (left, right) = pair;
            var axis = Axis.Logarithmic(Math.Min(left, right), Math.Max(left, right), Figures.Real);
            return axis.Ticks.Count is >= 1 and <= 7 && axis.Ticks.All(tick => axis.Position(tick) is >= 0 and <= 1);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Nothing_to_show_is_an_axis_too(double largest)
        => Assert.Equal(1, Axis.UpTo(largest, Figures.Real).Maximum);

    [Fact]
    public void Equal_ratios_lie_equally_far_apart_on_a_logarithmic_axis()
    {
        var axis = Axis.Logarithmic(1, 100, Figures.Real);

        Assert.Equal((0, 0.5, 1), (axis.Position(1), axis.Position(10), axis.Position(100)));
        Assert.Equal((0, 1), (axis.Position(0), axis.Position(1e9)));
    }

    [Theory]
    [InlineData(140, "0 30 s 1:00 1:30 2:00")]
    [InlineData(3700, "0 15 min 30 min 45 min 1:00 h")]
    [InlineData(0.09, "0 20 ms 40 ms 60 ms 80 ms")]
    [InlineData(20000, "0 2 h 4 h")]
    public void Times_read_as_people_say_them(double seconds, string labels)
    {
        var axis = Axis.Clock(TimeSpan.FromSeconds(seconds));

        Assert.Equal(labels, string.Join(' ', axis.Ticks.Select(axis.Format)));
    }
}
