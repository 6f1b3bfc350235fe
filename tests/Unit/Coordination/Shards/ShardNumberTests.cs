using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination.Shards;

namespace FastMd.Tests.Unit.Coordination.Shards;

public class ShardNumberTests
{
    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/8", 2, 8)]
    [InlineData(" 3 / 4 ", 3, 4)]
    [InlineData("10000/10000", 10000, 10000)]
    public void A_number_is_its_index_and_how_many_there_are(string text, int index, int total)
        => Assert.Equal(new(index, total), ShardNumber.Parse(text, "--shard", Nothing));

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0/8")]
    [InlineData("9/8")]
    [InlineData("-1/8")]
    [InlineData("1/0")]
    [InlineData("1/10001")]
    [InlineData("1/2/3")]
    [InlineData("one/two")]
    [InlineData("1.5/2")]
    [InlineData("auto/0")]
    [InlineData("99999999999/99999999999")]
    public void What_is_no_number_is_refused_with_what_would_be_one(string text)
    {
        var refused = Assert.Throws<SettingException>(() => ShardNumber.Parse(text, "--shard", Nothing));

        Assert.Equal(
            $"--shard: '{text}' is no shard; write I/N, such as 2/8 for the second of eight (N is 10000 at most), auto, or auto/N.",
            refused.Message);
    }

    [Fact]
    public void A_number_is_written_as_it_is_read() => Assert.Equal("2/8", new ShardNumber(2, 8).ToString());

    private static string? Nothing(string name) => null;
}
