using FastMd.Cli.Diagnostics;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli.Diagnostics;

public sealed class LineBufferTests
{
    [Fact]
    public void What_is_appended_is_written_in_its_order()
        => Property.Holds(Property.AnyText, static text =>
        {
            var buffer = new LineBuffer();
            for (var i = -3; i < 3; i++)
            {
                buffer.Append(text);
                buffer.Append(i);
                text.CopyTo(buffer.GetSpan(text.Length));
                buffer.Advance(text.Length);
            }

            return Written(buffer) == string.Concat(Enumerable.Range(-3, 6).Select(i => $"{text}{i}{text}"));
        });

    [Fact]
    public void It_grows_with_what_it_holds()
    {
        var buffer = new LineBuffer();
        buffer.Append("a");
        buffer.Append(new string('b', 100_000));
        buffer.Append(int.MinValue);

        Assert.Equal("a" + new string('b', 100_000) + int.MinValue, Written(buffer));
    }

    [Fact]
    public void What_is_cut_off_is_gone()
    {
        var buffer = new LineBuffer();
        buffer.Append("kept");
        buffer.Append("cut off");
        buffer.CutTo(4);
        buffer.Append("!");

        Assert.Equal("kept!", Written(buffer));
    }

    private static string Written(LineBuffer buffer)
    {
        using var writer = new StringWriter();
        buffer.WriteTo(writer);
        return writer.ToString();
    }
}
