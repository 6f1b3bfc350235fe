using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public class TextDecoderTests
{
    public static TheoryData<string> MarkedEncodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Fact]
    public void Bytes_without_a_mark_are_utf8_by_default()
        => Assert.Equal("Grüße, 世界 🎉", new TextDecoder().Decode("Grüße, 世界 🎉"u8).Text);

    [Theory]
    [MemberData(nameof(MarkedEncodings))]
    public void A_byte_order_mark_wins_over_the_setting(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var source = new TextDecoder("windows-1252").Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("Grüße, 世界 🎉")]);

        Assert.Equal("Grüße, 世界 🎉", source.Text);
        Assert.Empty(source.Diagnostics);
    }

    [Theory]
    [MemberData(nameof(MarkedEncodings))]
    public void A_mark_alone_is_an_empty_document(string name)
        => Assert.Equal("", new TextDecoder().Decode(Encoding.GetEncoding(name).GetPreamble()).Text);

    [Theory]
    [InlineData("windows-1252", new byte[] { 0x47, 0x72, 0xFC, 0xDF, 0x65, 0x20, 0x80 }, "Grüße €")]
    [InlineData("shift_jis", new byte[] { 0x93, 0xFA, 0x96, 0x7B }, "日本")]
    [InlineData("utf-16", new byte[] { 0x41, 0, 0x42, 0 }, "AB")]
    [InlineData("utf-16BE", new byte[] { 0, 0x41, 0, 0x42 }, "AB")]
    public void The_setting_decides_where_there_is_no_mark(string name, byte[] bytes, string expected)
    {
        var source = new TextDecoder(name).Decode(bytes);

        Assert.Equal(expected, source.Text);
        Assert.Empty(source.Diagnostics);
    }

    [Fact]
    public void An_unknown_encoding_is_refused_by_name()
        => Assert.Contains("klingon", Assert.Throws<ArgumentException>(() => new TextDecoder("klingon")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nul_becomes_the_replacement_character()
        => Assert.Equal("a\uFFFDb\uFFFD", new TextDecoder().Decode("a\0b\0"u8).Text);

    [Fact]
    public void Nul_in_text_from_memory_becomes_the_replacement_character_too()
        => Assert.Equal("a\uFFFDb", SourceText.FromString("a\0b").Text);

    [Fact]
    public void The_format_is_handed_on()
        => Assert.Equal(DocumentFormat.Mdx, new TextDecoder().Decode("x"u8, DocumentFormat.Mdx).Format);
}
