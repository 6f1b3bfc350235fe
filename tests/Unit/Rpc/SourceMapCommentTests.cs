using System.Text;
using FastMd.Engine.Rpc.Conversion;

namespace FastMd.Tests.Unit.Rpc;

public class SourceMapCommentTests
{
    private const string Head = "//# sourceMappingURL=data:application/json;charset=utf-8;base64,";

    [Theory]
    [InlineData("a\nb\n")]
    [InlineData("a\n//# sourceMappingURL=other.map\n")]
    [InlineData("")]
    [InlineData("\n\n")]
    public void A_program_without_one_stays(string program) => Assert.Equal((program, ""), Split(program));

    [Fact]
    public void A_program_is_told_from_its_source_map()
        => Assert.Equal(("a\nb\n", """{"version":3}"""), Split($"a\nb\n{Head}{Convert.ToBase64String("""{"version":3}"""u8)}\n"));

    private static (string Code, string Map) Split(string program)
    {
        var (code, map) = SourceMapComment.Split(Encoding.UTF8.GetBytes(program));
        return (Encoding.UTF8.GetString(code.Span), Encoding.UTF8.GetString(map.Span));
    }
}
