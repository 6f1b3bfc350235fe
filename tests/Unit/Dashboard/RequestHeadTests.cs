using System.Text;
using FastMd.Engine.Dashboard;

namespace FastMd.Tests.Unit.Dashboard;

public class RequestHeadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public async Task A_request_is_read_however_it_is_cut(int part)
    {
        var head = await ReadAsync("GET /token/live.json?x=1 HTTP/1.1\r\nHost: a:1\r\nX-Y:  z \r\nhost: b\r\n\r\nbody", part);

        Assert.Equal(("GET", "/token/live.json"), (head!.Method, head.Path));
        Assert.Equal(("a:1,b", "z", null), (head.Header("Host"), head.Header("x-y"), head.Header("Origin")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("GET /\r\n\r\n")]
    [InlineData("GET / HTTP/2.0\r\n\r\n")]
    [InlineData("GET / x HTTP/1.1\r\n\r\n")]
    [InlineData("GET http://a/ HTTP/1.1\r\n\r\n")]
    [InlineData("OPTIONS * HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n: x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n folded\r\n\r\n")]
    public async Task What_is_no_request_is_none(string text) => Assert.Null(await ReadAsync(text, 100));

    [Fact]
    public async Task What_is_too_long_is_none() => Assert.Null(await ReadAsync($"GET / HTTP/1.1\r\nX: {new string('x', 20_000)}\r\n\r\n", 1000));

    private static Task<RequestHead?> ReadAsync(string text, int part) => RequestHead.ReadAsync(new Parts(Encoding.Latin1.GetBytes(text), part), TestContext.Current.CancellationToken);

    /// <summary>A stream that gives so many bytes at a time.</summary>
    private sealed class Parts(byte[] content, int most) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}
