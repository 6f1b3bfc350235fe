using System.Buffers.Binary;
using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Rpc.Caching;

/// <summary>
/// A file of the cache: a mark with the version of its form, a hash of what follows, the length of the key, the key, the value. What is torn, of
/// another version, or of another key is no entry.
/// </summary>
internal static class CacheEntry
{
    private const int HeadBytes = 8 + 8 + 4;

    private static ReadOnlySpan<byte> Mark => "FastMdC1"u8;

    /// <summary>Bytes that an entry takes.</summary>
    public static long LengthOf(string key, ReadOnlySpan<byte> value) => HeadBytes + Encoding.UTF8.GetByteCount(key) + (long)value.Length;

    /// <summary>An entry.</summary>
    public static byte[] Of(string key, ReadOnlySpan<byte> value)
    {
        var entry = new byte[LengthOf(key, value)];
        Mark.CopyTo(entry);
        var keyBytes = Encoding.UTF8.GetBytes(key, entry.AsSpan(HeadBytes));
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(16), keyBytes);
        value.CopyTo(entry.AsSpan(HeadBytes + keyBytes));
        BinaryPrimitives.WriteUInt64LittleEndian(entry.AsSpan(8), ContentHash.Of(entry.AsSpan(16)).Value);
        return entry;
    }

    /// <summary>The value of an entry; null where it is none of that key.</summary>
    public static ReadOnlyMemory<byte>? ValueOf(string key, ReadOnlyMemory<byte> entry)
    {
        var bytes = entry.Span;
        if (bytes.Length < HeadBytes || !bytes.StartsWith(Mark) || BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) != ContentHash.Of(bytes[16..]).Value)
        {
            return null;
        }

        var keyBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        var isOfKey = keyBytes >= 0 && keyBytes <= bytes.Length - HeadBytes && Encoding.UTF8.GetString(bytes.Slice(HeadBytes, keyBytes)) == key;

        // Without its type, null would become an empty value.
        return isOfKey ? entry[(HeadBytes + keyBytes)..] : (ReadOnlyMemory<byte>?)null;
    }
}
