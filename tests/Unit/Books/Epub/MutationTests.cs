using System.IO.Compression;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Books.Epub;

/// <summary>A damaged book is read or refused, and nothing else.</summary>
public sealed class MutationTests
{
    [Fact]
    public void A_damaged_book_is_read_or_refused()
    {
        var random = new Random(20260101);
        var book = new BookFile().Image("i.png", " properties=\"cover-image\"")
            .Chapter("a.xhtml", "<h1 id=\"h\">A</h1><p>x<a epub:type=\"noteref\" href=\"b.xhtml#n\">1</a> <img src=\"i.png\"/></p><table><tr><td colspan=\"2\">1</td></tr><tr><td>2</td><td><ul><li>3</li></ul></td></tr></table>")
            .Chapter("b.xhtml", "<aside epub:type=\"footnote\" id=\"n\">Note <ruby>a<rt>b</rt></ruby></aside><ol start=\"3\"><li value=\"9\">x</li></ol><pre>code</pre><a href=\"a.xhtml#h\">back</a><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>")
            .Nav("<li><a href=\"a.xhtml\">A</a><ol><li><a href=\"b.xhtml#n\">B</a></li></ol></li>").ToBytes();
        for (var i = 0; i < 400; i++)
        {
            var damaged = i % 2 == 0 ? BytesChanged(book, random) : FilesChanged(book, random);
            try
            {
                ReadBook.Of(damaged, new() { Layout = i % 4 < 2 ? BookLayout.Chapters : BookLayout.Single });
            }
            catch (Exception refused) when (refused is DocumentException or IOException)
            {
            }
        }
    }

    private static byte[] BytesChanged(byte[] book, Random random)
    {
        var changed = (byte[])book.Clone();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }

    private static byte[] FilesChanged(byte[] book, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        var files = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var input = entry.Open();
            input.CopyTo(content);
            var bytes = content.ToArray();
            for (var i = random.Next(0, 5); i > 0 && bytes.Length > 0; i--)
            {
                var at = random.Next(bytes.Length);
                var end = Math.Min(bytes.Length, at + random.Next(1, 40));
                bytes = random.Next(3) switch
                {
                    0 => [.. bytes[..at], .. bytes[end..]],
                    1 => [.. bytes[..end], .. bytes[at..]],
                    _ => [.. bytes[..at], "<>&\"'/#;"u8[random.Next(8)], .. bytes[(at + 1)..]],
                };
            }

            files.Add((entry.FullName, bytes));
        }

        return BookFile.Zip(files);
    }
}
