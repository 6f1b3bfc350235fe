using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Documents;

public class FrontMatterBlockTests
{
    [Theory]
    [InlineData("---\na: 1\n---\nbody", "a: 1\n", "body", 3)]
    [InlineData("---\r\na: 1\r\n---\r\nbody", "a: 1\r\n", "body", 3)]
    [InlineData("---\ra: 1\r---\rbody", "a: 1\r", "body", 3)]
    [InlineData("--- \t\na: 1\n...\t\nbody", "a: 1\n", "body", 3)]
    [InlineData("---\n---\nbody", "", "body", 2)]
    [InlineData("---\na: 1\n---", "a: 1\n", "", 3)]
    [InlineData("---\na: --- b\n ---\n---\nbody", "a: --- b\n ---\n", "body", 4)]
    public void The_block_ends_at_the_next_fence(string text, string yaml, string body, int lines)
    {
        var block = FrontMatterBlock.Find(text);

        Assert.NotNull(block);
        Assert.Equal((yaml, body, lines), (block.Value.Content.ToString(), text[block.Value.BodyStart..], block.Value.LineCount));
    }

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("---\n")]
    [InlineData("---\na: 1\n")]
    [InlineData("----\na: 1\n---\n")]
    [InlineData(" ---\na: 1\n---\n")]
    [InlineData("\n---\na: 1\n---\n")]
    [InlineData("...\na: 1\n---\n")]
    [InlineData("--- a\nb: 1\n---\n")]
    [InlineData("body\n---\na: 1\n---\n")]
    public void Without_both_fences_there_is_no_block(string text)
        => Assert.Null(FrontMatterBlock.Find(text));

    [Fact]
    public void Block_and_body_are_the_whole_text()
        => Property.Holds(
            Property.TextOf("---", "...", "\n", "\r", "\r\n", " ", "a: 1"),
            text => FrontMatterBlock.Find(text) is not { } block
                || (text[block.BodyStart..].Length + block.BodyStart == text.Length
                    && text[..block.BodyStart].Contains(block.Content.ToString(), StringComparison.Ordinal)
                    && LinesOf(text[..block.BodyStart]) == block.LineCount));

    private static int LinesOf(string text)
    {
        var ends = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return ends.Count(character => character == '\n') + (ends.EndsWith('\n') ? 0 : 1);
    }
}
