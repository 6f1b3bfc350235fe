using FastMd.Cli.Diagnostics;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Cli.Diagnostics;

public sealed class PlainLineTests
{
    [Theory]
    [InlineData("docs/a.md(1,2): error: [b] ## c \u00fc \U0001f600", "docs/a.md(1,2): error: [b] ## c \u00fc \U0001f600")]
    [InlineData("a\n::error::b\r", @"a\u000a::error::b\u000d")]
    [InlineData("\u001b[31mred\u009b0m", @"\u001b[31mred\u009b0m")]
    [InlineData("'##VSO[task.setvariable variable=a]b'", "'# #VSO[task.setvariable variable=a]b'")]
    [InlineData("##[group]##[warning]a ### [b](c) ## d[e] ###[add-mask]f", "# #[group]# #[warning]a ### [b](c) ## d[e] ## #[add-mask]f")]
    [InlineData("::set-output name=a::b.md(1,2): error", ": :set-output name=a::b.md(1,2): error")]
    [InlineData(" \t::add-mask::a", @" \u0009: :add-mask::a")]
    [InlineData("a::b::c", "a::b::c")]
    [InlineData("a\u202egpj.md \u2066b\u2069 \u200fc \u2028d", @"a\u202egpj.md \u2066b\u2069 \u200fc \u2028d")]
    public void Neither_a_new_line_nor_a_command_comes_out_of_a_name(string text, string plain)
    {
        var buffer = new LineBuffer();
        buffer.Append("line\n");
        buffer.Append(text);
        PlainLine.Make(buffer, start: 5);

        Assert.Equal(plain, OneLine.Of(text));
        Assert.Equal(text == plain, OneLine.Is(text));
        Assert.Equal("line\n" + plain, buffer.From(0).ToString());
    }
}
