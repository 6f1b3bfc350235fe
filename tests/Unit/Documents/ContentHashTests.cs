using System.Text;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Documents;

public class ContentHashTests
{
    [Fact]
    public void Reading_a_file_for_it_can_be_cancelled()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.bin", new byte[300_000]);

        Assert.ThrowsAny<OperationCanceledException>(() => ContentHash.OfFile(path, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void It_is_XXH64(string content, ulong expected)
        => Assert.Equal(expected, ContentHash.Of(Encoding.UTF8.GetBytes(content)).Value);

    [Fact]
    public void Every_byte_counts_at_every_length()
    {
        for (var length = 1; length < 100; length++)
        {
            var content = new byte[length];
            var seen = new HashSet<ContentHash> { ContentHash.Of(content) };
            for (var i = 0; i < length; i++)
            {
                content[i] = 1;
                Assert.True(seen.Add(ContentHash.Of(content)), $"byte {i} of {length}");
                content[i] = 0;
            }
        }
    }
}
