using System.Buffers.Binary;
using FastMd.Engine.Documents;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.State;

/// <summary>
/// An append-only log of records, each with its length and a checksum. Reading ends at the first truncated or damaged record; the records before it
/// are whole.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private const int FrameBytes = 8;

    private readonly SafeFileHandle _file;
    private byte[] _frames = new byte[16 * 1024];
    private int _pending;
    private long _length;

    private StateFile(SafeFileHandle file, long length)
    {
        _file = file;
        _length = length;
    }

    // The number is that of the form of the records.
    private static ReadOnlySpan<byte> Header => "FastMd build state 6\n"u8;

    /// <summary>Reads a file; no records where it is not there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StateContent Read(string path)
    {
        if (!File.Exists(path))
        {
            return new([], 0, null);
        }

        var bytes = File.ReadAllBytes(path);
        if (!bytes.AsSpan().StartsWith(Header))
        {
            return new([], 0, bytes.Length == 0 ? null : "it was written by another version, or is no build state");
        }

        var records = new List<RecordBytes>();
        var at = Header.Length;
        while (bytes.Length - at >= FrameBytes)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            if (length < 0 || length > bytes.Length - at - FrameBytes)
            {
                break;
            }

            var record = bytes.AsMemory(at + FrameBytes, length);
            if (Checksum(record.Span) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4)))
            {
                return new(records, at, $"it is damaged at byte {at}");
            }

            records.Add(new(record));
            at += FrameBytes + length;
        }

        // A truncated record is what a killed run leaves behind, and is not worth a warning.
        return new(records, at, null);
    }

    /// <summary>Opens a file to append after the whole records that were read of it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static StateFile Append(string path, long wholeBytes)
    {
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read | FileShare.Delete);
        if (wholeBytes == 0)
        {
            RandomAccess.SetLength(file, 0);
            FileContent.Write(file, Header, 0);
            return new(file, Header.Length);
        }

        RandomAccess.SetLength(file, wholeBytes);
        return new(file, wholeBytes);
    }

    /// <summary>Takes a record: a byte that says of what kind it is, and what it holds. It is in the file after the next <see cref="Flush"/>.</summary>
    public void Append(byte kind, ReadOnlySpan<byte> content)
    {
        var length = 1 + content.Length;
        if (_frames.Length - _pending < FrameBytes + length)
        {
            Array.Resize(ref _frames, Math.Max(_frames.Length * 2, _pending + FrameBytes + length));
        }

        var frame = _frames.AsSpan(_pending, FrameBytes + length);
        var record = frame[FrameBytes..];
        record[0] = kind;
        content.CopyTo(record[1..]);
        BinaryPrimitives.WriteInt32LittleEndian(frame, length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], Checksum(record));
        _pending += frame.Length;
    }

    /// <summary>Writes the records taken since the last time. When the process is killed right after, they are there.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    public void Flush()
    {
        if (_pending > 0)
        {
            FileContent.Write(_file, _frames.AsSpan(0, _pending), _length);
            _length += _pending;
            _pending = 0;
        }
    }

    public void Dispose() => _file.Dispose();

    private static uint Checksum(ReadOnlySpan<byte> record) => (uint)ContentHash.Of(record).Value;
}

/// <summary>What was read of a state file.</summary>
/// <param name="Records">Its whole records, in order.</param>
/// <param name="WholeBytes">How far they reach.</param>
/// <param name="Problem">Why not all of it could be read; null where it could, or where its end was only cut off.</param>
internal sealed record StateContent(IReadOnlyList<RecordBytes> Records, long WholeBytes, string? Problem);

/// <summary>One record. A class, because generic collections of structs have to be compiled by the JIT in every process.</summary>
internal sealed record RecordBytes(ReadOnlyMemory<byte> Bytes);
