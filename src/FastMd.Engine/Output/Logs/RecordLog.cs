using System.Buffers.Binary;
using FastMd.Engine.Documents;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.Logs;

/// <summary>
/// An append-only log of records, each with its length and a checksum. Reading ends at the first truncated or damaged record; the records before it
/// are whole. One process appends at a time: one that has the log to itself, or one of several that share it, under a <see cref="SharedLogs"/>.
/// </summary>
internal sealed class RecordLog : IDisposable
{
    private const int FrameBytes = 8;

    private readonly SafeFileHandle _file;
    private byte[] _frames = new byte[16 * 1024];
    private int _pending;
    private long _length;

    private RecordLog(SafeFileHandle file, long length)
    {
        _file = file;
        _length = length;
    }

    /// <summary>Whether records were taken that are not in the file yet.</summary>
    public bool HasPending => _pending > 0;

    /// <summary>Reads a file; no records where it is not there.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="header">What it begins with: the kind of the log, and the version of its records.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LogContent Read(string path, ReadOnlySpan<byte> header)
    {
        if (!File.Exists(path))
        {
            return new([], 0, null);
        }

        byte[] bytes;
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            bytes = ReadFrom(file, 0);
        }

        if (!bytes.AsSpan().StartsWith(header))
        {
            return new([], 0, bytes.Length == 0 ? null : "it was written by another version, or is damaged at its beginning");
        }

        var records = new List<RecordBytes>();
        var whole = Parse(bytes, header.Length, records, out var isDamaged);

        // A truncated record is what a killed run leaves behind, and is not worth a warning.
        return new(records, whole, isDamaged ? $"it is damaged at byte {whole}" : null);
    }

    /// <summary>Opens a file to append after the whole records that were read of it, and cuts off what follows them.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="header">What it begins with.</param>
    /// <param name="wholeBytes">How far its whole records reach; 0 where it has none.</param>
    /// <param name="isShared">Whether other processes append to it, too.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static RecordLog Append(string path, ReadOnlySpan<byte> header, long wholeBytes, bool isShared = false)
    {
        var file = File.OpenHandle(
            path,
            FileMode.OpenOrCreate,
            isShared ? FileAccess.ReadWrite : FileAccess.Write,
            (isShared ? FileShare.ReadWrite : FileShare.Read) | FileShare.Delete);
        try
        {
            if (wholeBytes == 0)
            {
                RandomAccess.SetLength(file, 0);
                FileContent.Write(file, header, 0);
                return new(file, header.Length);
            }

            if (RandomAccess.GetLength(file) != wholeBytes)
            {
                RandomAccess.SetLength(file, wholeBytes);
            }

            return new(file, wholeBytes);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes a log anew, and puts it in the place of the one that is there in one step.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="header">What it begins with.</param>
    /// <param name="write">Appends its records.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Rewrite(string path, ReadOnlySpan<byte> header, Action<RecordLog> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, TemporaryFile.NewName());
        using var log = Append(temporary, header, 0);
        write(log);
        log.Flush();

        // Open while it is renamed, so that at no moment another run can take it for a leftover.
        File.Move(temporary, path, overwrite: true);
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
    /// <exception cref="IOException">They could not be written; they may be tried again.</exception>
    public void Flush()
    {
        if (_pending > 0)
        {
            FileContent.Write(_file, _frames.AsSpan(0, _pending), _length);
            _length += _pending;
            _pending = 0;
        }
    }

    /// <summary>
    /// Reads what other processes appended since, and cuts off what one of them was writing when it was killed. Only for who has the lock of the logs.
    /// </summary>
    /// <exception cref="IOException">It cannot be read, or is shorter than it was.</exception>
    public IReadOnlyList<RecordBytes> ReadNew()
    {
        var length = RandomAccess.GetLength(_file);
        if (length == _length)
        {
            return [];
        }

        if (length < _length)
        {
            throw new IOException("it was cut short while it was in use");
        }

        var records = new List<RecordBytes>();
        var bytes = ReadFrom(_file, _length);
        var whole = _length + Parse(bytes, 0, records, out _);
        if (whole < length)
        {
            RandomAccess.SetLength(_file, whole);
        }

        _length = whole;
        return records;
    }

    public void Dispose() => _file.Dispose();

    private static byte[] ReadFrom(SafeFileHandle file, long offset)
    {
        var bytes = new byte[RandomAccess.GetLength(file) - offset];
        var count = 0;
        while (count < bytes.Length)
        {
            var read = RandomAccess.Read(file, bytes.AsSpan(count), offset + count);
            if (read == 0)
            {
                return bytes[..count];
            }

            count += read;
        }

        return bytes;
    }

    /// <summary>Takes records apart; gives how far the whole ones reach.</summary>
    private static int Parse(byte[] bytes, int start, List<RecordBytes> records, out bool isDamaged)
    {
        var at = start;
        isDamaged = false;
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
                isDamaged = true;
                break;
            }

            records.Add(new(record));
            at += FrameBytes + length;
        }

        return at;
    }

    private static uint Checksum(ReadOnlySpan<byte> record) => (uint)ContentHash.Of(record).Value;
}

/// <summary>What was read of a log.</summary>
/// <param name="Records">Its whole records, in order.</param>
/// <param name="WholeBytes">How far they reach.</param>
/// <param name="Problem">Why not all of it could be read; null where it could, or where its end was only cut off.</param>
internal sealed record LogContent(IReadOnlyList<RecordBytes> Records, long WholeBytes, string? Problem);

/// <summary>One record. A class, because generic collections of structs have to be compiled by the JIT in every process.</summary>
internal sealed record RecordBytes(ReadOnlyMemory<byte> Bytes);
