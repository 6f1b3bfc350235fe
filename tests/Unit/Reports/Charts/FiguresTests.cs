using FastMd.Engine.Reports.Charts;

namespace FastMd.Tests.Unit.Reports.Charts;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1024, "1 KB")]
    [InlineData(12_000, "11.7 KB")]
    [InlineData(1023 * 1024, "1 MB")]
    [InlineData(512L * 1024 * 1024, "512 MB")]
    [InlineData(5_000_000_000_000, "4.55 TB")]
    public void Bytes_come_in_the_unit_that_suits_them(long bytes, string text) => Assert.Equal(text, Figures.Bytes(bytes));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.000_000_4, "0.4 µs")]
    [InlineData(0.000_85, "850 µs")]
    [InlineData(0.0123, "12.3 ms")]
    [InlineData(4.214, "4.21 s")]
    [InlineData(125, "2 min 05 s")]
    [InlineData(90_000, "25 h 00 min")]
    public void Durations_come_in_the_unit_that_suits_them(double seconds, string text)
        => Assert.Equal(text, Figures.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.000_001, "< 0.01 %")]
    [InlineData(0.0012, "0.12 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0.123_4, "12.3 %")]
    [InlineData(0.999_1, "99.91 %")]
    [InlineData(0.999_999, "> 99.99 %")]
    [InlineData(1, "100 %")]
    public void Only_all_is_a_hundred_per_cent_and_only_none_is_zero(double share, string text) => Assert.Equal(text, Figures.Share(share));

    [Fact]
    public void One_is_not_many()
        => Assert.Equal(("1 try", "2,000 tries"), (Figures.Count(1, "try", "tries"), Figures.Count(2000, "try", "tries")));
}
