using System.Text;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Tests.Unit.Workers.Launching;

public sealed class ErrorTailTests : IDisposable
{
    private const int KeptBytes = 4096;

    // Never waited for in full: what is read ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ManualResetEventSlim _goesOn = new();
    private readonly ManualResetEventSlim _wasRead = new();

    public void Dispose()
    {
        _goesOn.Dispose();
        _wasRead.Dispose();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\n \r\n", "")]
    [InlineData("one", "one")]
    [InlineData("one\ntwo\n", "one / two")]
    [InlineData("one\r\n\r\n  two\t\r\nthree", "one / two / three")]
    [InlineData("zero\none\ntwo\nthree\n", "one / two / three")]
    public void Only_the_last_lines_are_kept(string errors, string kept)
        => Assert.Equal(kept, new ErrorTail(new MemoryStream(Encoding.UTF8.GetBytes(errors))).Lines(3, Patience));

    [Fact]
    public void Of_very_many_lines_the_last_ones_are_kept()
    {
        var errors = string.Concat(Enumerable.Range(0, 100_000).Select(static i => $"line {i}\n"));

        Assert.Equal("line 99998 / line 99999", new ErrorTail(new MemoryStream(Encoding.UTF8.GetBytes(errors))).Lines(2, Patience));
    }

    [Fact]
    public void Of_ten_megabytes_without_an_end_of_line_only_the_end_is_kept()
    {
        var errors = new byte[10 * 1024 * 1024];
        errors.AsSpan().Fill((byte)'x');
        "the end"u8.CopyTo(errors.AsSpan(errors.Length - 7));

        var kept = new ErrorTail(new MemoryStream(errors)).Lines(5, Patience);

        Assert.Equal(new string('x', KeptBytes - 7) + "the end", kept);
    }

    [Theory]
    [InlineData(KeptBytes - 1)]
    [InlineData(KeptBytes)]
    [InlineData(KeptBytes + 1)]
    public void As_much_as_is_kept_is_kept_in_order(int length)
    {
        var errors = string.Concat(Enumerable.Range(0, length).Select(static i => (char)('a' + (i % 23))));

        Assert.Equal(errors[Math.Max(0, length - KeptBytes)..], new ErrorTail(new MemoryStream(Encoding.ASCII.GetBytes(errors))).Lines(1, Patience));
    }

    [Fact]
    public void What_was_read_is_kept_where_the_pipe_breaks()
        => Assert.Equal("before", new ErrorTail(new Pipe("before", static () => throw new IOException("broken"))).Lines(5, Patience));

    [Fact]
    public void What_was_read_is_told_while_somebody_else_holds_the_pipe_open()
    {
        var tail = new ErrorTail(new Pipe("so far", () =>
        {
            _wasRead.Set();
            _goesOn.Wait();
        }));
        Assert.True(_wasRead.Wait(Patience, TestContext.Current.CancellationToken));

        Assert.Equal("so far", tail.Lines(5, TimeSpan.Zero));

        _goesOn.Set();
        Assert.Equal("so far", tail.Lines(5, Patience));
    }

    /// <summary>A pipe that has something to read, and then does something before it ends.</summary>
    private sealed class Pipe(string text, Action then) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position == Length)
            {
                then();
            }

            return base.Read(buffer, offset, count);
        }
    }
}
