using System.Buffers.Binary;
using FastMd.Engine.Documents.Records;

namespace FastMd.Engine.Workers.Wire;

/// <summary>Writes frames, from many threads. Writing waits for the reader, so that nothing piles up.</summary>
/// <param name="stream">Where they go.</param>
internal sealed class FrameWriter(Stream stream)
{
    // Contents up to this size are copied once rather than written by a call of their own.
    private const int CopiedBytes = 256 * 1024;

    private readonly object _gate = new();
    private readonly RecordWriter _record = new();

    /// <summary>Writes a frame.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="write">Puts its payload together.</param>
    /// <param name="content">The end of the payload.</param>
    /// <exception cref="IOException">Nobody reads any more.</exception>
    /// <exception cref="InvalidOperationException">The frame is longer than frames may be; nothing was written.</exception>
    public void Write(FrameKind kind, Action<RecordWriter> write, ReadOnlySpan<byte> content = default)
    {
        lock (_gate)
        {
            _record.Clear();
            Span<byte> header = stackalloc byte[Frame.HeaderBytes];
            header.Clear();
            header[0] = (byte)kind;
            _record.Raw(header);
            write(_record);
            var length = (long)_record.Written.Length - Frame.HeaderBytes + content.Length;
            if (length > Frame.MostBytes)
            {
                throw new InvalidOperationException($"What is to be sent has {length} bytes, and a frame may have {Frame.MostBytes}.");
            }

            BinaryPrimitives.WriteUInt32LittleEndian(header[1..], (uint)length);
            _record.Overwrite(0, header);
            if (content.Length <= CopiedBytes)
            {
                _record.Raw(content);
                stream.Write(_record.Written);
            }
            else
            {
                stream.Write(_record.Written);
                stream.Write(content);
            }

            stream.Flush();
            _record.Trim(2 * CopiedBytes);
        }
    }
}
