using System.Text;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Documents;

public class Utf8TextWriterTests
{
    [Fact]
    public void Any_text_written_in_any_chunks_is_what_utf8_makes_of_it()
        => Property.Holds(
            Property.AnyText.ArrayOf(),
            chunks =>
            {
                using var writer = new Utf8TextWriter();
                foreach (var chunk in chunks)
                {
                    writer.Write(chunk);
                }

                return writer.WrittenBytes.Span.SequenceEqual(Encoding.UTF8.GetBytes(string.Concat(chunks)));
            });

    [Fact]
    public void Text_larger_than_the_buffers_may_be_cut_anywhere()
        => Property.Holds(
            Gen.Choose(1, 5000).SelectMany(size => Gen.Choose(0, 3).Select(shift => (size, shift))),
            cut =>
            {
                var text = new string('x', cut.shift) + string.Concat(Enumerable.Repeat("aß世🎉\uD83C", 4000));
                using var writer = new Utf8TextWriter();
                foreach (var chunk in text.Chunk(cut.size))
                {
                    writer.Write(chunk);
                }

                return writer.WrittenBytes.Span.SequenceEqual(Encoding.UTF8.GetBytes(text));
            });

    [Fact]
    public void Single_characters_make_the_same_bytes_as_a_string()
    {
        var text = string.Concat(Enumerable.Repeat("🎉\uDC00x", 2000));
        using var writer = new Utf8TextWriter();
        foreach (var unit in text)
        {
            writer.Write(unit);
        }

        Assert.Equal(Encoding.UTF8.GetBytes(text), writer.WrittenBytes.ToArray());
    }

    [Fact]
    public void A_line_ends_in_a_line_feed_on_every_system()
    {
        using var writer = new Utf8TextWriter();
        writer.WriteLine("a");

        Assert.Equal("a\n"u8.ToArray(), writer.WrittenBytes.ToArray());
    }

    [Fact]
    public void A_cleared_writer_starts_anew_even_after_half_a_character()
    {
        using var writer = new Utf8TextWriter();
        writer.Write(new string('x', 3_000_000) + '\uD83C');
        writer.Clear();
        writer.Write('\uDF89');

        Assert.Equal("\uFFFD", writer.ToString());
    }

    [Fact]
    public void Text_that_is_UTF8_already_keeps_its_place_among_the_rest()
    {
        using var writer = new Utf8TextWriter();

        writer.Write("ä");
        writer.WriteUtf8("ö"u8);
        writer.WriteUtf8(System.Text.Encoding.UTF8.GetBytes(new string('x', 100_000)));
        writer.WriteUtf8([]);
        writer.Write("ü");

        Assert.Equal($"äö{new string('x', 100_000)}ü", writer.ToString());
    }
}
