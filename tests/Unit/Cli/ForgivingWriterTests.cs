using System.Text;
using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

public sealed class ForgivingWriterTests
{
    [Fact]
    public void What_can_be_written_is()
    {
        using var inner = new StringWriter();
        using var writer = new ForgivingWriter(inner);

        writer.Write('a');
        writer.Write("b");
        writer.WriteLine("c");
        writer.Flush();

        Assert.Equal("abc" + Environment.NewLine, inner.ToString());
    }

    [Fact]
    public void What_cannot_be_written_stops_nobody()
    {
        var full = new StreamWriter(new FullStream(), new UTF8Encoding(false)) { AutoFlush = true };
        var writer = new ForgivingWriter(full);

        writer.Write('a');
        writer.WriteLine("b");
        writer.Flush();

        Assert.ThrowsAny<IOException>(() => full.Write("c"));
    }
}
