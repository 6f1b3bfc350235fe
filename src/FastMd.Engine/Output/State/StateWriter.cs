using System.Buffers.Binary;
using System.Text;

namespace FastMd.Engine.Output.State;

/// <summary>Puts a record together in a buffer that is used again.</summary>
internal sealed class StateWriter
{
    private byte[] _bytes = new byte[4096];
    private int _count;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    public void Clear() => _count = 0;

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
