using FastMd.Cli.Diagnostics;

namespace FastMd.Tests.Unit.Cli.Diagnostics;

public sealed class PlainLineTests
{
    [Theory]
    [InlineData("docs/a.md(1,2): error: [b] ## c \u00fc \U0001f600", "docs/a.md(1,2): error: [b] ## c \u00fc \U0001f600")]
    [InlineData("a\n::error::b\r", @"a\u000a::error::b\u000d")]
    [InlineData("\u001b[31mred\u009b0m", @"\u001b[31mred\u009b0m")]
    [InlineData("'##VSO[task.setvariable variable=a]b'", "'# #vso[task.setvariable variable=a]b'")]
    public void Neither_a_new_line_nor_a_command_comes_out_of_a_name(string text, string plain)
    {
        var buffer = new LineBuffer();
        buffer.Append("line\n");
        buffer.Append(text);
        PlainLine.Make(buffer, start: 5);

        Assert.Equal(plain, PlainLine.Of(text));
        Assert.Equal("line\n" + plain, buffer.From(0).ToString());
    }
}
