using System.Buffers.Binary;
using System.Text;

namespace FastMd.Engine.Documents.Records;

/// <summary>Puts a record together in a buffer that is used again: numbers of variable length, text as UTF-8 with its length before it.</summary>
internal sealed class RecordWriter
{
    private byte[] _bytes = new byte[4096];
    private int _count;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Puts bytes in the place of others that were written.</summary>
    public void Overwrite(int start, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.AsSpan(start, _count - start));

    /// <summary>Gives up a buffer that grew beyond that.</summary>
    public void Trim(int most)
    {
        if (_bytes.Length > most)
        {
            _bytes = new byte[most];
            _count = 0;
        }
    }

    public void Number(long value)
    {
        var rest = (ulong)value;
        var room = Room(10);
        for (; rest >= 0x80; rest >>= 7)
        {
            room[0] = (byte)(rest | 0x80);
            room = room[1..];
            _count++;
        }

        room[0] = (byte)rest;
        _count++;
    }

    public void Fixed(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);
        _count += 8;
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void Hash(ContentHash hash) => Fixed(hash.Value);

    /// <summary>A text, or that there is none.</summary>
    public void Optional(string? text)
    {
        Flag(text is not null);
        if (text is not null)
        {
            Text(text);
        }
    }

    public void Text(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        _count += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _count += bytes.Length;
    }

    private Span<byte> Room(int wanted)
    {
        if (_bytes.Length - _count < wanted)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + wanted));
        }

        return _bytes.AsSpan(_count);
    }
}
