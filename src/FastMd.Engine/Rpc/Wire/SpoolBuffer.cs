using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Rpc.Wire;

/// <summary>
/// Bytes that come bit by bit: in memory while they are few, in a temporary file when they are many. So what one waits for to become complete
/// takes no memory to speak of, however long it gets. Not thread-safe.
/// </summary>
internal sealed class SpoolBuffer : IDisposable
{
    /// <summary>Bytes that are held in memory.</summary>
    public const int MemoryBytes = 512 * 1024;

    private const int CopyBytes = 64 * 1024;

    private byte[] _memory = [];
    private SafeFileHandle? _file;
    private int _held;
    private long _spooled;

    /// <summary>How many bytes there are.</summary>
    public long Length => _spooled + _held;

    /// <summary>Adds bytes.</summary>
    /// <exception cref="IOException">The temporary file cannot be written.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_held + bytes.Length > MemoryBytes)
        {
            Spool();
            if (bytes.Length > MemoryBytes)
            {
                Write(bytes);
                return;
            }
        }

        Reserve(_held + bytes.Length);
        bytes.CopyTo(_memory.AsSpan(_held));
        _held += bytes.Length;
    }

    /// <summary>Copies all of it.</summary>
    /// <param name="array">Receives it; as long, or longer.</param>
    /// <exception cref="IOException">The temporary file cannot be read.</exception>
    public void CopyTo(Span<byte> array)
    {
        if (_file is { } file)
        {
            ReadFully(file, array[..(int)_spooled]);
        }

        _memory.AsSpan(0, _held).CopyTo(array[(int)_spooled..]);
    }

    /// <summary>Hands all of it on, piece by piece.</summary>
    /// <param name="take">Takes a piece.</param>
    /// <exception cref="IOException">The temporary file cannot be read.</exception>
    public async Task CopyToAsync(Func<ReadOnlyMemory<byte>, ValueTask> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        if (_file is { } file)
        {
            var piece = ArrayPool<byte>.Shared.Rent(CopyBytes);
            try
            {
                for (var at = 0L; at < _spooled;)
                {
                    var count = RandomAccess.Read(file, piece, at);
                    at += count > 0 ? count : throw Torn();
                    await take(piece.AsMemory(0, count)).ConfigureAwait(false);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(piece);
            }
        }

        await take(_memory.AsMemory(0, _held)).ConfigureAwait(false);
    }

    /// <summary>Forgets all of it; can be used anew.</summary>
    public void Clear()
    {
        _file?.Dispose();
        _file = null;
        (_held, _spooled) = (0, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clear();
        Give(_memory);
        _memory = [];
    }

    private static void ReadFully(SafeFileHandle file, Span<byte> target)
    {
        for (var at = 0; at < target.Length;)
        {
            var count = RandomAccess.Read(file, target[at..], at);
            at += count > 0 ? count : throw Torn();
        }
    }

    private static EndOfStreamException Torn() => new("A temporary file is shorter than what was written to it.");

    private static void Give(byte[] array)
    {
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private void Reserve(int count)
    {
        if (count <= _memory.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(MemoryBytes, Math.Max(count, 2 * _memory.Length)));
        _memory.AsSpan(0, _held).CopyTo(larger);
        Give(_memory);
        _memory = larger;
    }

    private void Spool()
    {
        Write(_memory.AsSpan(0, _held));
        _held = 0;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _file ??= Open();
        RandomAccess.Write(_file, bytes, _spooled);
        _spooled += bytes.Length;
    }

    private static SafeFileHandle Open()
    {
        var path = Path.Combine(Path.GetTempPath(), $"fastmd-{Path.GetRandomFileName()}");
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // Without a name it goes with the process, however that ends.
            File.Delete(path);
        }

        return file;
    }
}
