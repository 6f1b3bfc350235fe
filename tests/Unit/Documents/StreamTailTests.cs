using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public sealed class StreamTailTests
{
    [Fact]
    public void Lines_are_kept_without_empty_ones() => Assert.Equal(["one", "two"], LinesOf("one\r\n\n  two"));

    [Fact]
    public void Of_much_the_last_lines_are_kept_whole()
    {
        var lines = LinesOf(string.Concat(Enumerable.Range(0, 100_000).Select(number => $"line {number}\n")));

        Assert.Equal("line 99999", lines[^1]);
        Assert.InRange(lines.Count, 100, 2000);
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal(NumberOf(pair.First) + 1, NumberOf(pair.Second)));
    }

    [Fact]
    public void A_line_without_an_end_is_kept_in_part() => Assert.InRange(Assert.Single(LinesOf(new string('x', 1_000_000))).Length, 8_000, 20_000);

    private static int NumberOf(string line) => int.Parse(line["line ".Length..], null);

    private static IReadOnlyList<string> LinesOf(string text)
    {
        var tail = new StreamTail(8 * 1024);
        tail.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return tail.Lines();
    }
}
