using System.Text;
using System.Text.Unicode;

namespace FastMd.Engine.Documents;

/// <summary>Turns a document's bytes into text. A byte order mark wins over the configured encoding.</summary>
public sealed class TextDecoder
{
    private readonly Encoding _encoding;
    private readonly bool _strict;

    /// <summary>A decoder for sources without a byte order mark.</summary>
    /// <param name="encodingName">Name of the encoding, such as <c>utf-8</c> or <c>windows-1252</c>.</param>
    /// <param name="strict">Whether bytes that the encoding does not allow fail the document rather than warn.</param>
    /// <exception cref="ArgumentException">No encoding has that name.</exception>
    public TextDecoder(string encodingName = "utf-8", bool strict = false)
    {
        var encoding = EncodingNames.Find(encodingName)
            ?? throw new ArgumentException($"'{encodingName}' is not the name of an encoding.", nameof(encodingName));
        _encoding = With(new DecoderReplacementFallback("\uFFFD"), encoding);
        _strict = strict;
    }

    /// <summary>Decodes one document.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="format">The document's format.</param>
    /// <exception cref="DocumentException">The decoder is strict and the bytes are not valid.</exception>
    public SourceText Decode(ReadOnlySpan<byte> bytes, DocumentFormat format = DocumentFormat.Markdown)
    {
        var (encoding, markLength) = ByteOrderMark.Detect(bytes) ?? (_encoding, 0);
        var content = bytes[markLength..];
        IReadOnlyList<Diagnostic> diagnostics = [];
        if (FirstInvalidByte(content, encoding) is { } offset)
        {
            diagnostics = [InvalidBytes(content, encoding, offset, markLength)];
        }

        return new(SourceText.WithoutNul(encoding.GetString(content)), format, diagnostics);
    }

    private static Encoding With(DecoderFallback fallback, Encoding encoding)
    {
        var changed = (Encoding)encoding.Clone();
        changed.DecoderFallback = fallback;
        return changed;
    }

    private static int? FirstInvalidByte(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return Utf8.IsValid(bytes) ? null : FirstInvalidUtf8(bytes);
        }

        try
        {
            With(new FirstInvalidByteFallback(), encoding).GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException invalid)
        {
            return Math.Clamp(invalid.Index, 0, bytes.Length);
        }
    }

    private static int FirstInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }

    private Diagnostic InvalidBytes(ReadOnlySpan<byte> content, Encoding encoding, int offset, int markLength)
    {
        var before = encoding.GetString(content[..offset]);
        var line = before.AsSpan().Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        var what = $"The byte at offset {offset + markLength} is not valid {encoding.WebName}";
        return _strict
            ? throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.InvalidBytes, $"{what}; save the file as UTF-8 or name its encoding.", line, column))
            : Diagnostic.Warning(
                DiagnosticCodes.InvalidBytes, $"{what}; it became U+FFFD. Save the file as UTF-8 or name its encoding.", line, column);
    }
}

/// <summary>A document's text, decoded, and what was noticed while decoding it.</summary>
/// <param name="Text">The whole text, without a byte order mark; NUL replaced by U+FFFD.</param>
/// <param name="Format">The document's format.</param>
/// <param name="Diagnostics">Warnings of the decoder.</param>
public sealed record SourceText(string Text, DocumentFormat Format, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>What outputs that name their source call the document: its path below the tree's root, with slashes; empty where it has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>What front matter in it may be written in.</summary>
    public FrontMatterFormats FrontMatterFormats { get; init; }

    /// <summary>Pages that it was read from, where its source has some; else it is one.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Whether it was written by the writer of Markdown: then its style is that of the formatter already.</summary>
    internal bool IsFormatted { get; init; }

    /// <summary>Finds what it includes; null where nothing is to be found.</summary>
    public IIncludedTexts? Includes { get; init; }

    /// <summary>Whether its headings are wanted also where its output does without a list of them.</summary>
    internal bool WantsHeadings { get; init; }

    /// <summary>Relative address of the root of the output tree, as its output refers to it: <c>../</c> for each folder that it lies in.</summary>
    public string Root { get; init; } = "";

    /// <summary>Text that was in memory already.</summary>
    public static SourceText FromString(string text, DocumentFormat format = DocumentFormat.Markdown)
        => new(WithoutNul(text), format, []);

    internal static string WithoutNul(string text)
        => text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
}

/// <summary>The marks by which a Unicode file names its own encoding.</summary>
internal static class ByteOrderMark
{
    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    /// <summary>The encoding that the mark at the start stands for and the mark's length; null where there is none.</summary>
    public static (Encoding Encoding, int Length)? Detect(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),

        // UTF-32 first: its little-endian mark begins with UTF-16's.
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };
}

/// <summary>Stops a decoder at its first invalid byte, with the byte's offset from the start of the input.</summary>
internal sealed class FirstInvalidByteFallback : DecoderFallback
{
    public override int MaxCharCount => 0;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new StoppingBuffer();

    private sealed class StoppingBuffer : DecoderFallbackBuffer
    {
        public override int Remaining => 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
            => throw new DecoderFallbackException("Invalid byte.", bytesUnknown, index);

        public override char GetNextChar() => '\0';

        public override bool MovePrevious() => false;
    }
}
