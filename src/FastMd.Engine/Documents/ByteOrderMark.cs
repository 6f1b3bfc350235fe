using System.Text;

namespace FastMd.Engine.Documents;

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
