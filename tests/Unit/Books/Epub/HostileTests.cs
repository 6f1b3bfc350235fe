using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FastMd.Engine.Books.Epub;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Tests.Unit.Books.Epub;

/// <summary>Books that are no books, or attacks, are refused with a reason, and cost little.</summary>
public sealed class HostileTests
{
    private const string Contents = "<li><a href=\"a.xhtml\">A</a></li>";

    private static BookFile Simple => new BookFile().Chapter("a.xhtml", "<p>a</p>").Nav(Contents);

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        Assert.Equal(DiagnosticCodes.BookUnreadable, ReadBook.RefusalOf([]));
        Assert.Equal(DiagnosticCodes.BookUnreadable, ReadBook.RefusalOf("hello"u8.ToArray()));
        Assert.Equal(DiagnosticCodes.BookUnreadable, ReadBook.RefusalOf(BookFile.Zip([("a.txt", [1])])));
    }

    [Fact]
    public void A_book_that_is_cut_off_anywhere_is_refused()
    {
        var bytes = Simple.ToBytes();

        Assert.All(Enumerable.Range(1, 20), part => Assert.Equal(DiagnosticCodes.BookUnreadable, ReadBook.RefusalOf(bytes[..(bytes.Length * part / 21)])));
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes128-cbc", false)]
    [InlineData("http://www.idpf.org/2008/embedding", true)]
    [InlineData("http://ns.adobe.com/pdf/enc#RC", true)]
    public void Encryption_is_refused_but_for_that_of_fonts(string algorithm, bool isRead)
    {
        var bytes = Simple.File("META-INF/encryption.xml", $"""
            <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/>
            <enc:CipherData><enc:CipherReference URI="OEBPS/a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>
            """).ToBytes();

        if (isRead)
        {
            Assert.Contains("a\n", ReadBook.Of(bytes).All, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(DiagnosticCodes.BookProtected, ReadBook.RefusalOf(bytes));
        }
    }

    [Theory]
    [InlineData("META-INF/rights.xml")]
    [InlineData("META-INF/sinf.xml")]
    public void Rights_management_is_refused(string file) => Assert.Equal(DiagnosticCodes.BookProtected, ReadBook.RefusalOf(Simple.File(file, "<x/>").ToBytes()));

    [Fact]
    public void A_file_that_unpacks_to_a_thousand_times_its_size_is_refused()
    {
        var bytes = BookFile.Zip([.. Files(Simple), ("OEBPS/b.png", new byte[64 * 1024 * 1024])]);
        var shown = BookFile.Zip([.. Files(new BookFile().Chapter("a.xhtml", "<img src=\"b.png\"/>").Nav(Contents)), ("OEBPS/b.png", new byte[64 * 1024 * 1024])]);

        // What nobody asks for is not unpacked.
        Assert.Empty(ReadBook.Of(bytes).Assets);
        Assert.Equal(DiagnosticCodes.BookOverLimit, ReadBook.RefusalOf(shown));
    }

    [Fact]
    public void A_chapter_that_is_a_bomb_is_refused()
        => Assert.Equal(DiagnosticCodes.BookOverLimit, ReadBook.RefusalOf(new BookFile().Document("a.xhtml", new byte[8 * 1024 * 1024]).ToBytes()));

    [Fact]
    public void A_megabyte_may_be_packed_as_well_as_it_can()
        => Assert.Contains("a", new BookFile().Chapter("a.xhtml", $"<p>{new string('a', 1_000_000)}</p>").Nav(Contents).Read().All, StringComparison.Ordinal);

    [Fact]
    public void All_that_is_unpacked_counts_together()
        => Assert.Equal(
            DiagnosticCodes.BookOverLimit,
            ReadBook.RefusalOf(new BookFile().Chapter("a.xhtml", Words(1)).Chapter("b.xhtml", Words(2)).Chapter("c.xhtml", Words(3)).Nav(Contents).ToBytes(), new() { MaximumBytes = 250_000 }));

    [Fact]
    public void A_chapter_may_be_too_large_by_itself()
        => Assert.Equal(DiagnosticCodes.BookOverLimit, ReadBook.RefusalOf(new BookFile().Chapter("a.xhtml", Words(1)).Nav(Contents).ToBytes(), new() { MaximumTextBytes = 50_000 }));

    [Fact]
    public void More_files_than_a_book_has_are_refused()
    {
        var files = Files(Simple).ToList();
        files.AddRange(Enumerable.Range(0, 10_001 - files.Count).Select(static i => ($"x/{i}", Array.Empty<byte>())));

        Assert.Equal(DiagnosticCodes.BookOverLimit, ReadBook.RefusalOf(BookFile.Zip(files)));
        Assert.NotEmpty(ReadBook.Of(BookFile.Zip(files.SkipLast(1))).Names);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_length_that_is_not_true_is_told_of(int lie)
    {
        var bytes = Simple.ToBytes();
        var name = Encoding.ASCII.GetBytes("OEBPS/a.xhtml");
        for (var at = bytes.AsSpan().IndexOf(name); at >= 0 && at < bytes.Length;)
        {
            // The length stands before the name, in the list of files and before the file.
            foreach (var (signature, back, offset) in new[] { (0x02014b50u, 46, 24), (0x04034b50u, 30, 22) })
            {
                if (at >= back && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at - back)) == signature)
                {
                    var field = bytes.AsSpan(at - back + offset);
                    BinaryPrimitives.WriteInt32LittleEndian(field, BinaryPrimitives.ReadInt32LittleEndian(field) + lie);
                }
            }

            var next = bytes.AsSpan(at + 1).IndexOf(name);
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (lie < 0)
        {
            Assert.Equal(DiagnosticCodes.BookUnreadable, ReadBook.RefusalOf(bytes));
        }
        else
        {
            Assert.Contains("a\n", ReadBook.Of(bytes).All, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\windows\\x")]
    [InlineData("C:\\x")]
    [InlineData("a/../../b")]
    public void A_name_that_leads_out_of_the_book_is_left_out_and_told_of(string name)
    {
        var book = ReadBook.Of(BookFile.Zip([.. Files(Simple), (name, [1])]));

        Assert.Contains(book.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.BookPartLost && diagnostic.Message.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Assets_are_below_the_folder_whatever_they_are_called()
    {
        var book = ReadBook.Of(BookFile.Zip(
        [
            .. Files(new BookFile().Chapter("a.xhtml", "<img src=\"../../../x/CON.png\"/><img src=\"b:c.png\"/><img src=\"..%2F..%2Fd.png\"/>").Nav(Contents)),
            ("x/CON.png", [1]), ("OEBPS/b:c.png", [1]), ("d.png", [1]),
        ]));

        Assert.Equal(["images/con-.png", "images/b-c.png", "images/d.png"], book.Assets);
    }

    [Fact]
    public void A_name_that_is_there_twice_is_told_of()
        => Assert.Contains(ReadBook.Of(BookFile.Zip([.. Files(Simple), ("OEBPS/a.xhtml", "<p>other</p>"u8.ToArray())])).Diagnostics, static diagnostic => diagnostic.Message.Contains("more than once", StringComparison.Ordinal));

    [Fact]
    public void What_nests_too_deeply_keeps_its_words()
    {
        var deep = string.Concat(Enumerable.Repeat("<div><blockquote><ul><li>", 30_000));
        var book = new BookFile().Document("a.xhtml", $"<html><body>{deep}word</body></html>").Nav(Contents).Read();

        Assert.Contains("word", book.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_that_nest_too_deeply_are_read_as_far_as_they_go()
    {
        var deep = string.Concat(Enumerable.Repeat("<li><a href=\"a.xhtml\">A</a><ol>", 20_000)) + string.Concat(Enumerable.Repeat("</ol></li>", 20_000));

        Assert.Contains("01-a.md", new BookFile().Chapter("a.xhtml", "<p>a</p>").Nav(deep).Read().Body("index.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_waits_for_is_not_read()
    {
        var source = new EpubSource();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => source.PartsOf(new("/b.epub", "1", new MemoryStream(Simple.ToBytes())), cancelled.Token));
    }

    [Fact]
    public async Task Many_threads_read_one_book()
    {
        var source = new EpubSource();
        var made = new BookFile();
        for (var i = 0; i < 20; i++)
        {
            made.Chapter($"c{i}.xhtml", $"<p>chapter {i} <a href=\"c{(i + 1) % 20}.xhtml\">next</a></p>");
        }

        var bytes = made.ToBytes();
        ContainerFile Open() => new("/b.epub", "1", new MemoryStream(bytes));
        var parts = source.PartsOf(Open(), TestContext.Current.CancellationToken);
        var texts = await Task.WhenAll(parts.Select(part => Task.Run(() => source.Read(Open(), part.Name, new TextDecoder(), TestContext.Current.CancellationToken).Text)));

        Assert.All(Enumerable.Range(0, 20), i => Assert.Contains($"chapter {i} [next]", texts[i + 1], StringComparison.Ordinal));
    }

    private static string Words(int seed)
    {
        var random = new Random(seed);
        return $"<p>{string.Join(' ', Enumerable.Range(0, 20_000).Select(_ => random.Next(100_000)))}</p>";
    }

    private static IEnumerable<(string Name, byte[] Content)> Files(BookFile book)
    {
        using var zip = new ZipArchive(new MemoryStream(book.ToBytes()));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var input = entry.Open();
            input.CopyTo(content);
            yield return (entry.FullName, content.ToArray());
        }
    }
}
