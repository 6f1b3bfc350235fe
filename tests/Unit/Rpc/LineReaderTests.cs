using System.IO.Pipelines;
using System.Text;
using FastMd.Engine.Rpc.Wire;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Rpc;

public class LineReaderTests
{
    [Fact]
    public async Task Lines_are_told_apart_and_the_last_may_lack_its_end()
        => Assert.Equal(["a", "bc", "d"], await ReadAsync("a\nbc\nd"));

    [Fact]
    public async Task Empty_lines_are_none()
        => Assert.Equal(["a", "b\r"], await ReadAsync("\n\r\n  \t\na\n\nb\r\n \n"));

    [Fact]
    public async Task A_line_over_the_limit_is_read_past()
        => Assert.Equal(["a", "(too long)", "b", "(too long)"], await ReadAsync($"a\n{new string('x', 101)}\nb\n{new string('y', 300_000)}", maximumBytes: 100));

    [Fact]
    public async Task A_line_as_long_as_the_limit_is_read()
        => Assert.Equal([new string('x', 100)], await ReadAsync(new string('x', 100) + "\n", maximumBytes: 100));

    [Fact]
    public async Task A_line_longer_than_the_memory_that_waits_for_its_end_is_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 400_000).Select(i => (char)('a' + (i % 26))));

        Assert.Equal([text + text + text, "z"], await ReadAsync($"{text}{text}{text}\nz\n"));
    }

    [Fact]
    public void Lines_are_the_same_however_they_are_cut()
        => Property.Holds(
            from text in Property.TextOf("", "a", "bb\n", " ", "longer than the limit", "\r", "\n")
            from piece in Gen.Choose(1, 9)
            select (text, piece),
            input =>
            {
                var expected = input.text.Split('\n').Where(line => line.Trim(' ', '\r', '\t').Length > 0 || line.Length > 10).Select(line => line.Length > 10 ? "(too long)" : line);
                return expected.SequenceEqual(ReadAsync(input.text, maximumBytes: 10, input.piece).GetAwaiter().GetResult());
            });

    private static async Task<List<string>> ReadAsync(string text, int maximumBytes = int.MaxValue, int piece = 4096)
    {
        await using var stream = new PiecewiseStream(Encoding.UTF8.GetBytes(text), piece);
        using var reader = new LineReader(PipeReader.Create(stream), maximumBytes);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line.Refusal is not null ? "(too long)" : Encoding.UTF8.GetString(line.Bytes.Span));
            line.Dispose();
        }

        return lines;
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class PiecewiseStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
