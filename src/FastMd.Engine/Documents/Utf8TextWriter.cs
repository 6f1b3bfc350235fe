using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace FastMd.Engine.Documents;

/// <summary>
/// Collects text as UTF-8 in pooled memory. Lone surrogates become U+FFFD; line ends are what is written, never the system's.
/// One writer serves one thread at a time and may be used again after <see cref="Clear"/>.
/// </summary>
[SuppressMessage("Design", "CA1010", Justification = "A TextWriter is no collection.")]
internal sealed class Utf8TextWriter : TextWriter
{
    // Renderers write a few characters at a time; transcoding pays in runs of about this many.
    private const int PendingCapacity = 2048;
    private const int InitialCapacity = 32 * 1024;

    // A writer that once held a huge document must not keep its memory.
    private const int KeptCapacity = 1024 * 1024;

    private readonly char[] _pending = new char[PendingCapacity];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialCapacity);
    private int _pendingCount;
    private int _byteCount;

    /// <summary>An empty writer.</summary>
    public Utf8TextWriter()
        : base(System.Globalization.CultureInfo.InvariantCulture)
        => CoreNewLine = ['\n'];

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>What was written so far; valid until the next write or <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> WrittenBytes
    {
        get
        {
            Transcode(isLast: true);
            return _bytes.AsMemory(0, _byteCount);
        }
    }

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (_pendingCount == PendingCapacity)
        {
            Transcode(isLast: false);
        }

        _pending[_pendingCount++] = value;
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > PendingCapacity - _pendingCount)
        {
            var fitting = PendingCapacity - _pendingCount;
            buffer[..fitting].CopyTo(_pending.AsSpan(_pendingCount));
            _pendingCount = PendingCapacity;
            buffer = buffer[fitting..];
            Transcode(isLast: false);
        }

        buffer.CopyTo(_pending.AsSpan(_pendingCount));
        _pendingCount += buffer.Length;
    }

    /// <summary>Writes text that is UTF-8 already.</summary>
    public void WriteUtf8(ReadOnlySpan<byte> utf8)
    {
        Transcode(isLast: true);
        EnsureRoom(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_byteCount));
        _byteCount += utf8.Length;
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        _pendingCount = 0;
        _byteCount = 0;
        if (_bytes.Length > KeptCapacity)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(InitialCapacity);
        }
    }

    /// <summary>What was written, as a string of its own.</summary>
    public override string ToString() => Encoding.UTF8.GetString(WrittenBytes.Span);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        base.Dispose(disposing);
    }

    private void Transcode(bool isLast)
    {
        var pending = _pending.AsSpan(0, _pendingCount);
        EnsureRoom(pending.Length * 3);
        Utf8.FromUtf16(pending, _bytes.AsSpan(_byteCount), out var read, out var written, replaceInvalidSequences: true, isFinalBlock: isLast);
        _byteCount += written;

        // A high surrogate at the end waits for its other half.
        pending[read..].CopyTo(_pending);
        _pendingCount = pending.Length - read;
    }

    private void EnsureRoom(int more)
    {
        if (_bytes.Length - _byteCount >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_byteCount + more), (int)Math.Min(_bytes.Length * 2L, Array.MaxLength)));
        _bytes.AsSpan(0, _byteCount).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
