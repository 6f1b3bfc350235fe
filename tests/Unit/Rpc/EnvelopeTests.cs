using System.Text;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Tests.Unit.Rpc;

public class EnvelopeTests
{
    [Fact]
    public void A_request_has_its_parts_in_any_order()
    {
        var envelope = Read("""{"params":{"a":[1,{"b":2}]},"method":"m","id":"x","jsonrpc":"2.0"}""");

        Assert.Equal(new("x", IsNumber: false), envelope.Id);
        Assert.Equal("m", envelope.Method);
        Assert.Equal("""{"a":[1,{"b":2}]}""", Encoding.UTF8.GetString(envelope.Parameters.Span));
    }

    [Fact]
    public void A_notification_has_no_id()
    {
        var envelope = Read("""{"jsonrpc":"2.0","method":"exit"}""");

        Assert.Null(envelope.Id);
        Assert.True(envelope.Parameters.IsEmpty);
    }

    [Fact]
    public void A_byte_order_mark_before_it_is_nothing() => Assert.Equal("m", Read("\uFEFF" + """{"jsonrpc":"2.0","id":1.5e3,"method":"m"}""").Method);

    [Theory]
    [InlineData("nonsense", RpcErrors.ParseError)]
    [InlineData("{", RpcErrors.ParseError)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"m"} {}""", RpcErrors.ParseError)]
    [InlineData("1", RpcErrors.InvalidRequest)]
    [InlineData("null", RpcErrors.InvalidRequest)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"m"}]""", RpcErrors.InvalidRequest)]
    [InlineData("""{"id":1,"method":"m"}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"m"}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":2.0,"id":1,"method":"m"}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":7}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"m"}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"m"}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":"\ud800","method":"m"}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"m","params":[1]}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"m","other":1}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"m","\ud800":1}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"\ud800","id":1,"method":"m"}""", RpcErrors.InvalidRequest)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"id":2,"method":"m"}""", RpcErrors.InvalidRequest)]
    public void What_is_no_message_is_refused(string line, int code) => Assert.Equal(code, Refusal(Encoding.UTF8.GetBytes(line)).Code);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused()
        => Assert.Equal(RpcErrors.ParseError, Refusal([.. """{"jsonrpc":"2.0","id":1,"method":"m"""u8, 0xFF, .. "\"}"u8]).Code);

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, false)]
    public void A_message_nests_so_deep_and_no_deeper(int arrays, bool isRead)
    {
        var line = $$$"""{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":{{{new string('[', arrays)}}}{{{new string(']', arrays)}}}}}""";

        Assert.Equal(isRead ? 0 : RpcErrors.ParseError, Record.Exception(() => Read(line)) is RpcException refusal ? refusal.Code : 0);
    }

    [Fact]
    public void The_id_is_known_of_a_request_that_is_refused_for_something_else()
    {
        RequestId? id = null;

        Assert.Throws<RpcException>(() => Envelope.Read("""{"jsonrpc":"2.0","id":7,"method":"m","params":3}"""u8.ToArray(), out id));
        Assert.Equal(new("7", IsNumber: true), id);
    }

    [Fact]
    public void An_id_too_long_to_keep_is_refused()
        => Assert.Equal(RpcErrors.InvalidRequest, Refusal(Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":"{{new string('x', 1025)}}","method":"m"}""")).Code);

    private static Envelope Read(string line) => Envelope.Read(Encoding.UTF8.GetBytes(line), out _);

    private static RpcException Refusal(byte[] line) => Assert.Throws<RpcException>(() => Envelope.Read(line, out _));
}
