using System.IO.Compression;
using System.Text;
using FastMd.Engine.Books.Epub;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Tests.Unit.Books.Epub;

/// <summary>A small book that a test makes: files, of which the chapters are listed in order, and a table of contents.</summary>
internal sealed class BookFile
{
    public const string Container = """
        <?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
        <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
        """;

    private readonly List<(string Name, byte[] Content)> _files = [];
    private readonly List<string> _manifest = [];
    private readonly List<string> _spine = [];
    private string? _nav;

    public string Metadata { get; set; } = "<dc:title>The Book</dc:title><dc:creator>Ann Author</dc:creator><dc:language>en</dc:language>";

    public string Extra { get; set; } = "";

    public string SpineAttributes { get; set; } = "";

    public static string Page(string body, string head = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xmlns:m="http://www.w3.org/1998/Math/MathML"><head><title>T</title>{head}</head><body>{body}</body></html>
        """;

    /// <summary>A chapter, given by what is in its body.</summary>
    public BookFile Chapter(string name, string body, string head = "") => Document(name, Page(body, head));

    /// <summary>A chapter, given as it is.</summary>
    public BookFile Document(string name, string text) => Document(name, Encoding.UTF8.GetBytes(text));

    public BookFile Document(string name, byte[] content, string linear = "", string type = "application/xhtml+xml")
    {
        Listed(name, content, type);
        _spine.Add($"<itemref idref=\"i{_manifest.Count}\"{linear}/>");
        return this;
    }

    /// <summary>A file that is listed, and not read by itself.</summary>
    public BookFile Listed(string name, byte[] content, string type, string attributes = "")
    {
        _manifest.Add($"<item id=\"i{_manifest.Count + 1}\" href=\"{name}\" media-type=\"{type}\"{attributes}/>");
        _files.Add(("OEBPS/" + name, content));
        return this;
    }

    public BookFile Image(string name, string attributes = "")
        => Listed(name, [1, 2, 3], name.EndsWith("svg", StringComparison.Ordinal) ? "image/svg+xml" : "image/png", attributes);

    /// <summary>A file that nothing lists.</summary>
    public BookFile File(string name, string content)
    {
        _files.Add((name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public BookFile Spine(string reference)
    {
        _spine.Add(reference);
        return this;
    }

    /// <summary>The table of contents, as the items of a list.</summary>
    public BookFile Nav(string items, string more = "")
    {
        _nav = Page($"<nav epub:type=\"toc\"><ol>{items}</ol></nav>{more}");
        return this;
    }

    public byte[] ToBytes()
    {
        var nav = _nav is null ? "" : "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>";
        var package = $"""
            <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">{Metadata}</metadata>
            <manifest>{string.Concat(_manifest)}{nav}</manifest><spine{SpineAttributes}>{string.Concat(_spine)}</spine>{Extra}</package>
            """;
        List<(string, byte[])> all =
        [
            ("mimetype", "application/epub+zip"u8.ToArray()),
            ("META-INF/container.xml", Encoding.UTF8.GetBytes(Container)),
            ("OEBPS/content.opf", Encoding.UTF8.GetBytes(package)),
        ];
        if (_nav is not null)
        {
            all.Add(("OEBPS/nav.xhtml", Encoding.UTF8.GetBytes(_nav)));
        }

        return Zip([.. all, .. _files]);
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>What the book becomes.</summary>
    public ReadBook Read(BookLayout layout = BookLayout.Chapters) => ReadBook.Of(ToBytes(), new() { Layout = layout });
}

/// <summary>What a book became.</summary>
internal sealed class ReadBook
{
    private readonly Dictionary<string, SourceText> _parts = [];

    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<string> Assets { get; init; }

    /// <summary>The documents without their front matter, one after the other.</summary>
    public string All => string.Join('\n', Names.Select(name => Body(name)));

    public IEnumerable<Diagnostic> Diagnostics => Names.SelectMany(name => _parts[name].Diagnostics);

    public static ReadBook Of(byte[] bytes, EpubOptions? options = null, string path = "/books/The Book.epub")
    {
        var source = new EpubSource(options);
        var file = new ContainerFile(path, "1", new MemoryStream(bytes));
        var cancellation = TestContext.Current.CancellationToken;
        var names = source.PartsOf(file, cancellation).Select(static part => part.Name).ToList();
        var read = new ReadBook { Names = names, Assets = source.AssetsOf(file, cancellation) };
        foreach (var name in names)
        {
            read._parts[name] = source.Read(file, name, new TextDecoder(), cancellation);
        }

        foreach (var asset in read.Assets)
        {
            source.Extract(file, asset, Stream.Null, cancellation);
        }

        return read;
    }

    /// <summary>The error that a book is refused with.</summary>
    public static string RefusalOf(byte[] bytes, EpubOptions? options = null) => Assert.Throws<DocumentException>(() => Of(bytes, options)).Diagnostic.Code;

    /// <summary>A document as it is.</summary>
    public string Text(string name) => _parts[name].Text;

    /// <summary>A document without its front matter.</summary>
    public string Body(string name)
    {
        var text = Text(name);
        return text.StartsWith("---\n", StringComparison.Ordinal) ? text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 6)..] : text;
    }
}
