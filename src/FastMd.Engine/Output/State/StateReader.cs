using System.Buffers.Binary;
using System.Text;

namespace FastMd.Engine.Output.State;

/// <summary>Takes a record apart. Its checksum was right: what does not fit together was written by another version.</summary>
internal struct StateReader(ReadOnlyMemory<byte> record)
{
    private ReadOnlyMemory<byte> _rest = record;

    public readonly ReadOnlyMemory<byte> Rest => _rest;

    public long Number()
    {
        var bytes = _rest.Span;
        var value = 0UL;
        for (var i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return (long)value;
            }
        }

        throw NotOurs();
    }

    public int Count() => Number() is >= 0 and <= int.MaxValue and var count && count <= _rest.Length ? (int)count : throw NotOurs();

    public ulong Fixed()
    {
        if (_rest.Length < 8)
        {
            throw NotOurs();
        }

        var value = BinaryPrimitives.ReadUInt64LittleEndian(_rest.Span);
        _rest = _rest[8..];
        return value;
    }

    public string Text()
    {
        var length = Count();
        var text = Encoding.UTF8.GetString(_rest.Span[..length]);
        _rest = _rest[length..];
        return text;
    }

    public void SkipText()
    {
        var length = Count();
        _rest = _rest[length..];
    }

    public static InvalidDataException NotOurs() => new("A record is not of the form this version writes.");
}
