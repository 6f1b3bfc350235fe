using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Documents;

public sealed class TextMetricsTests
{
    [Theory]
    [InlineData("", 0, 0, 0, 0, 0)]
    [InlineData("a\nb\r\nc\rd", 3, 0, 0, 0, 0)]
    [InlineData("|a|b|\n", 1, 3, 0, 0, 0)]
    [InlineData("- a\n+ b\n* c\n# d\n> e\n12. f\n3) g\n-", 7, 0, 8, 4, 4)]
    [InlineData("[a](b)", 0, 0, 1, 2, 2)]
    [InlineData("*a* _b_ ~c~ `d` &e; \\f <g> {h}", 0, 0, 2, 14, 1)]
    [InlineData("a-b 1,5 \"c\" ☃｜＊", 0, 0, 0, 0, 4)]
    public void It_counts_what_becomes_nodes_of_a_tree(string text, int lines, int pipes, int markers, int marks, int signs)
        => Assert.Equal(new(text.Length, lines, pipes, markers, marks, signs), TextMetrics.Of(text));

    [Fact]
    public void It_counts_the_same_wherever_a_text_stands()
        => Property.Holds(Property.TextOf("a", "\r", "\n", "\r\n", "- ", "*", "1.", "](", "> ", "|", ";", "☃", new string('x', 13)), text =>
        {
            var alone = TextMetrics.Of(text + "x");
            var behind = TextMetrics.Of(new string('x', 5) + text + "x");
            return behind == alone with { Characters = alone.Characters + 5 };
        });

    [Fact]
    public void A_long_text_is_counted_to_its_end()
    {
        const int Times = 2_000_000;

        Assert.Equal(new(2 * Times, Times, Times, 0, 0, 0), TextMetrics.Of(string.Concat(Enumerable.Repeat("|\n", Times))));
    }
}
