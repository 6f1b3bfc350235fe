using System.Buffers.Binary;
using System.Text;

namespace FastMd.Engine.Documents.Records;

/// <summary>Parses a record. Its checksum was right, so anything unexpected was written by another version.</summary>
internal ref struct RecordReader(ReadOnlyMemory<byte> record)
{
    private const int MostBytes = 10;

    private readonly ReadOnlyMemory<byte> _record = record;
    private ReadOnlySpan<byte> _rest = record.Span;

    public readonly ReadOnlyMemory<byte> Rest => _record[^_rest.Length..];

    public long Number()
    {
        var bytes = _rest;
        if (bytes.Length > 0 && bytes[0] < 0x80)
        {
            _rest = bytes[1..];
            return bytes[0];
        }

        var value = 0UL;
        for (var i = 0; i < bytes.Length && i < MostBytes; i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                _rest = bytes[(i + 1)..];
                return (long)value;
            }
        }

        throw InvalidRecord();
    }

    public int Count() => Number() is >= 0 and <= int.MaxValue and var count && count <= _rest.Length ? (int)count : throw InvalidRecord();

    public ulong Fixed()
    {
        if (_rest.Length < 8)
        {
            throw InvalidRecord();
        }

        var value = BinaryPrimitives.ReadUInt64LittleEndian(_rest);
        _rest = _rest[8..];
        return value;
    }

    public bool Flag() => Number() switch { 0 => false, 1 => true, _ => throw InvalidRecord() };

    public ContentHash Hash() => new(Fixed());

    /// <summary>A number from 0 to what an <see cref="int"/> holds.</summary>
    public int Whole() => Number() is >= 0 and <= int.MaxValue and var number ? (int)number : throw InvalidRecord();

    /// <summary>One of so many choices, from 0.</summary>
    public int Choice(int count) => Number() is >= 0 and var choice && choice < count ? (int)choice : throw InvalidRecord();

    /// <summary>A text; null where there is none.</summary>
    public string? Optional() => Flag() ? Text() : null;

    /// <summary>How many there are, and each.</summary>
    /// <param name="read">Reads the next.</param>
    public T[] Items<T>(RecordItem<T> read)
    {
        var count = Count();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(ref this);
        }

        return items;
    }

    public string Text() => Encoding.UTF8.GetString(Bytes(Count()));

    /// <summary>Bytes that follow their number.</summary>
    public ReadOnlyMemory<byte> Blob()
    {
        var count = Count();
        var blob = Rest[..count];
        _ = Bytes(count);
        return blob;
    }

    public void SkipText() => _ = Bytes(Count());

    /// <summary>Passes over so many fixed numbers.</summary>
    public void SkipFixed(int count) => _ = count <= _rest.Length / 8 ? Bytes(8 * count) : throw InvalidRecord();

    public static InvalidDataException InvalidRecord() => new("A record is not of the form this version writes.");

    private ReadOnlySpan<byte> Bytes(int count)
    {
        var bytes = _rest[..count];
        _rest = _rest[count..];
        return bytes;
    }
}

/// <summary>Reads one of several things of a kind.</summary>
internal delegate T RecordItem<out T>(ref RecordReader reader);
