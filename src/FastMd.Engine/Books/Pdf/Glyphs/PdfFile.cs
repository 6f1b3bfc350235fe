using FastMd.Engine.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>A PDF document, open.</summary>
internal sealed class PdfFile : IDisposable
{
    // Larger files are read where they are needed.
    private const long LargestInMemory = 32 << 20;

    private readonly byte[]? _bytes;
    private readonly Stream? _content;
    private readonly string? _password;
    private PdfDocument _document;

    private PdfFile(Stream content, string? password)
    {
        _password = password;
        content.Position = 0;
        if (content.Length <= LargestInMemory)
        {
            _bytes = new byte[content.Length];
            content.ReadExactly(_bytes);
        }
        else
        {
            _content = content;
        }

        _document = OpenDocument();
    }

    /// <summary>How many pages it has.</summary>
    public int PageCount => _document.NumberOfPages;

    /// <summary>Whether all of it is in memory, and its stream is not needed any more.</summary>
    public bool IsInMemory => _bytes is not null;

    /// <summary>What is said about the document, and its outline.</summary>
    public PdfDocument Document => _document;

    /// <summary>Opens a document.</summary>
    /// <exception cref="DocumentException">It is none, or takes a password.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PdfFile Open(Stream content, string? password)
    {
        try
        {
            return new(content, password);
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new DocumentException(
                Diagnostic.Error(
                    DiagnosticCodes.PdfEncrypted,
                    password is null ? "The PDF is encrypted: give its password (pdfPassword, FASTMD_PDF_PASSWORD)." : "The PDF is encrypted, and the password (pdfPassword) is not the right one."),
                exception);
        }
#pragma warning disable CA1031 // PdfPig throws what it likes.
        catch (Exception exception) when (exception is not (OutOfMemoryException or IOException or OperationCanceledException or DocumentException))
#pragma warning restore CA1031
        {
            throw new DocumentException(Diagnostic.Error(DiagnosticCodes.PdfUnreadable, $"The PDF cannot be read: {OneLine(exception.Message)}"), exception);
        }
    }

    /// <summary>Reads a page.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>The page, which is good until the next one is read, or why it cannot be read.</returns>
    public (PageGlyphs? Page, string? Trouble) Read(int number)
    {
        try
        {
            return (_document.GetPage<PageGlyphs>(number), null);
        }
#pragma warning disable CA1031 // PdfPig throws what it likes; the other pages go on.
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            // What was half read stays in the document: the next page would not be what it is by itself.
            Reopen();
            return (null, OneLine((exception.InnerException ?? exception).Message));
        }
    }

    public void Dispose() => _document.Dispose();

    /// <summary>A message in one line, without what PdfPig puts of the file in it.</summary>
    public static string OneLine(string message)
    {
        const int Longest = 160;
        var line = message.ReplaceLineEndings(" ").Trim();
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
    }

    private void Reopen()
    {
        _document.Dispose();
        _document = OpenDocument();
    }

    private PdfDocument OpenDocument()
    {
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, ClipPaths = false };
        if (_password is not null)
        {
            options.Password = _password;
        }

        if (_content is not null)
        {
            _content.Position = 0;
        }

        var document = _bytes is null ? PdfDocument.Open(_content!, options) : PdfDocument.Open(_bytes, options);
        document.AddPageFactory<PageGlyphs, GlyphPageFactory>();
        return document;
    }
}
