using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a: \"b\" \\ #c")]
    [InlineData("true")]
    [InlineData("lines\nand\ttabs\u0007\u0085\u009F\u2028\u2029\uFEFF")]
    [InlineData("漢字 \uD83D\uDE00")]
    public void A_text_in_quotes_is_read_as_it_was(string text)
    {
        var block = FrontMatterBlock.Find(new StringBuilder("---\nkey: ").AppendQuoted(text).Append("\n---\n").ToString());

        Assert.True(FrontMatter.TryParse(block!.Value, [], out var data));
        Assert.Equal(text, data!["key"]);
    }

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Equal("\"a\uFFFDb\"", new StringBuilder().AppendQuoted("a\uD83Db").ToString());
}
