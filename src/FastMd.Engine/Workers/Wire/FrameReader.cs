using System.Buffers;
using System.Buffers.Binary;

namespace FastMd.Engine.Workers.Wire;

/// <summary>Reads frames. One thread at a time.</summary>
/// <param name="stream">Where they come from.</param>
/// <param name="mostBytes">The longest payload; a frame that says it has more is not read.</param>
internal sealed class FrameReader(Stream stream, int mostBytes = Frame.MostBytes)
{
    // A length is believed only as far as bytes follow: garbage must not cost memory.
    private const int FirstRoom = 1024 * 1024;

    private readonly byte[] _ahead = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next frame; null where the stream ends before it.</summary>
    /// <exception cref="InvalidDataException">What comes is no frame.</exception>
    /// <exception cref="IOException">The stream broke.</exception>
    public Frame? Read()
    {
        if (!TryFill(Frame.HeaderBytes))
        {
            return null;
        }

        var kind = (FrameKind)_ahead[_start];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(_ahead.AsSpan(_start + 1));
        if (!Enum.IsDefined(kind) || length > mostBytes)
        {
            throw new InvalidDataException($"A frame of kind {(byte)kind} with {length} bytes was announced: there is no such frame.");
        }

        _start += Frame.HeaderBytes;
        return ReadPayload(kind, (int)length);
    }

    private Frame? ReadPayload(FrameKind kind, int length)
    {
        var payload = ArrayPool<byte>.Shared.Rent(Math.Clamp(length, 1, FirstRoom));
        var count = 0;
        while (count < length)
        {
            if (count == payload.Length)
            {
                payload = Larger(payload, length);
            }

            var more = Take(payload.AsSpan(count, Math.Min(length, payload.Length) - count));
            if (more == 0)
            {
                ArrayPool<byte>.Shared.Return(payload);
                return null;
            }

            count += more;
        }

        return new(kind, payload, length);
    }

    private static byte[] Larger(byte[] payload, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, payload.Length * 2L));
        payload.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(payload);
        return larger;
    }

    private int Take(Span<byte> room)
    {
        var ready = _end - _start;
        if (ready == 0)
        {
            return stream.Read(room);
        }

        var count = Math.Min(ready, room.Length);
        _ahead.AsSpan(_start, count).CopyTo(room);
        _start += count;
        return count;
    }

    private bool TryFill(int wanted)
    {
        while (_end - _start < wanted)
        {
            if (_start > 0)
            {
                _ahead.AsSpan(_start, _end - _start).CopyTo(_ahead);
                _end -= _start;
                _start = 0;
            }

            var more = stream.Read(_ahead.AsSpan(_end));
            if (more == 0)
            {
                return false;
            }

            _end += more;
        }

        return true;
    }
}
