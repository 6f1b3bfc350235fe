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
