using System.Text;
using System.Text.Json;
using FastMd.Engine.Mdx.JavaScript.Writing;

namespace FastMd.Tests.Unit.Mdx.JavaScript.Writing;

public class SourceMapTests
{
    [Theory]
    [InlineData(0, "A")]
    [InlineData(1, "C")]
    [InlineData(-1, "D")]
    [InlineData(15, "e")]
    [InlineData(16, "gB")]
    [InlineData(-16, "hB")]
    [InlineData(123, "2H")]
    [InlineData(123456789, "qxmvrH")]
    public void Numbers_take_five_bits_a_digit_the_sign_last(int value, string digits)
    {
        var output = new StringBuilder();
        Base64Vlq.Append(output, value);

        Assert.Equal(digits, output.ToString());
    }

    [Fact]
    public void Places_are_told_from_the_place_before()
    {
        var map = new SourceMap("ab\ncd\r\nef");
        map.Add(0, 0, 0);
        map.Add(0, 4, 1);
        map.Add(2, 3, 7);

        Assert.Equal("AAAA,IAAC;;GAED", map.Mappings);
    }

    [Fact]
    public void The_map_is_JSON_of_version_3()
    {
        var map = new SourceMap("a\n\"b\"");
        map.Add(1, 0, 2);

        using var json = JsonDocument.Parse(map.ToJson("x.js", "x.mdx"));

        Assert.Equal(3, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("x.mdx", json.RootElement.GetProperty("sources")[0].GetString());
        Assert.Equal("a\n\"b\"", json.RootElement.GetProperty("sourcesContent")[0].GetString());
        Assert.Equal(";AACA", json.RootElement.GetProperty("mappings").GetString());
    }

    [Fact]
    public void The_writer_notes_each_line_it_copies_and_counts_what_it_writes_between()
    {
        var map = new SourceMap("one\ntwo");
        var output = new StringBuilder();
        new JavaScriptWriter(output, map).WriteString("x\ny").Write(" + ").Copy("one\ntwo", new(0, 7)).WriteLine().Mark(4).Write("z");

        Assert.Equal("\"x\\ny\" + one\ntwo\nz", output.ToString());
        Assert.Equal("SAAA;AACA;AAAA", map.Mappings);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(5, 3, 1)]
    [InlineData(6, 4, 1)]
    public void A_line_ends_at_either_line_ending_or_both(int offset, int line, int column)
        => Assert.Equal(new TextPosition(line, column), new LineMap("ab\nc\r\rd").PositionOf(offset));
}
