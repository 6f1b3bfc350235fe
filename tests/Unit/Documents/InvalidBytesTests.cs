using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Documents;

public class InvalidBytesTests
{
    [Fact]
    public void Invalid_bytes_are_replaced_with_one_warning_that_names_the_first_ones_offset()
    {
        var source = new TextDecoder().Decode([.. "ok\nab"u8, 0xFF, .. "c"u8, 0xC3]);

        Assert.Equal("ok\nab\uFFFDc\uFFFD", source.Text);
        var warning = Assert.Single(source.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, DiagnosticCodes.InvalidBytes), (warning.Severity, warning.Code));
        Assert.Contains("offset 5 ", warning.Message, StringComparison.Ordinal);
        Assert.Contains("utf-8", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_warning_points_at_the_line_and_the_character()
    {
        var warning = Assert.Single(new TextDecoder().Decode([.. "one\ntwö"u8, 0xFF]).Diagnostics);

        Assert.Equal((2, 4), (warning.Line, warning.Column));
    }

    [Fact]
    public void The_offset_counts_from_the_start_of_the_file_the_mark_included()
        => Assert.Contains("offset 4 ", Warning("utf-8", [0xEF, 0xBB, 0xBF, (byte)'a', 0xFF]), StringComparison.Ordinal);

    [Theory]
    [InlineData("us-ascii", new byte[] { 0x41, 0x42, 0xE9, 0x43 }, 2)]
    [InlineData("shift_jis", new byte[] { 0x41, 0x93, 0xFA, 0x81, 0x20 }, 3)]
    [InlineData("utf-16", new byte[] { 0x41, 0, 0x42, 0, 0x00, 0xDC, 0x43, 0 }, 4)]
    [InlineData("utf-32", new byte[] { 0x41, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0x42, 0, 0, 0 }, 4)]
    public void Other_encodings_have_invalid_bytes_too(string encoding, byte[] bytes, int offset)
    {
        Assert.Contains($"offset {offset} ", Warning(encoding, bytes), StringComparison.Ordinal);
        Assert.Contains('\uFFFD', new TextDecoder(encoding).Decode(bytes).Text);
    }

    [Theory]
    [InlineData("utf-16", new byte[] { 0x41, 0, 0x42 })]
    [InlineData("utf-16", new byte[] { 0x41, 0, 0x3D, 0xD8 })]
    [InlineData("utf-8", new byte[] { 0x41, 0xF0, 0x9F, 0x8E })]
    public void A_file_cut_in_the_middle_of_a_character_is_invalid_at_its_end(string encoding, byte[] bytes)
        => Assert.EndsWith("\uFFFD", new TextDecoder(encoding).Decode(bytes).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-8", new byte[] { 0x41, 0xFF })]
    [InlineData("us-ascii", new byte[] { 0x41, 0xE9 })]
    [InlineData("utf-16", new byte[] { 0x41, 0, 0x42 })]
    [InlineData("shift_jis", new byte[] { 0x41, 0x81, 0x20 })]
    public void A_strict_decoder_fails_on_them(string encoding, byte[] bytes)
    {
        var decoder = new TextDecoder(encoding, strict: true);

        var failure = Assert.Throws<DocumentException>(() => decoder.Decode(bytes)).Diagnostic;

        Assert.Equal((DiagnosticSeverity.Error, DiagnosticCodes.InvalidBytes), (failure.Severity, failure.Code));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    [InlineData("shift_jis")]
    public void A_strict_decoder_passes_valid_bytes(string encoding)
        => Assert.Equal("plain", new TextDecoder(encoding, strict: true).Decode("plain"u8).Text);

    private static string Warning(string encoding, byte[] bytes)
        => Assert.Single(new TextDecoder(encoding).Decode(bytes).Diagnostics).Message;
}
