using System.Buffers;
using System.IO.Pipelines;

namespace FastMd.Engine.Rpc.Wire;

/// <summary>Reads lines. One that is too long, or that cannot be kept until it ends, is read past and not held. Empty lines are none.</summary>
/// <param name="input">Where they come from.</param>
/// <param name="maximumBytes">Bytes that a line may have.</param>
internal sealed class LineReader(PipeReader input, int maximumBytes) : IDisposable
{
    private readonly SpoolBuffer _begun = new();
    private RpcException? _refusal;

    /// <summary>The next line; null where there is none. The last one may lack its end.</summary>
    /// <exception cref="IOException">The input fails.</exception>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var result = await input.ReadAsync(cancellation).ConfigureAwait(false);
            var line = Take(result.Buffer, out var consumed);
            input.AdvanceTo(consumed);
            if (line is not null)
            {
                return line;
            }

            if (result.IsCompleted && result.Buffer.Slice(consumed).IsEmpty)
            {
                return Finish();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _begun.Dispose();

    private Line? Take(ReadOnlySequence<byte> buffer, out SequencePosition consumed)
    {
        while (buffer.PositionOf((byte)'\n') is { } end)
        {
            var part = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            consumed = buffer.Start;
            if ((_begun.Length == 0 && _refusal is null ? Whole(part) : Finish(part)) is { } line)
            {
                return line;
            }
        }

        Begin(buffer);
        consumed = buffer.End;
        return null;
    }

    /// <summary>A line that is in the buffer from its beginning, as most are.</summary>
    private Line? Whole(ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > maximumBytes)
        {
            return Line.Refused(TooLong());
        }

        if (IsBlank(bytes))
        {
            return null;
        }

        var line = new Line((int)bytes.Length);
        bytes.CopyTo(line.Array);
        return line;
    }

    private Line? Finish(ReadOnlySequence<byte> rest)
    {
        Begin(rest);
        return Finish();
    }

    private Line? Finish()
    {
        var line = _refusal is null ? Kept() : null;
        var refusal = _refusal;
        _refusal = null;
        _begun.Clear();
        if (refusal is not null)
        {
            line?.Dispose();
            return Line.Refused(refusal);
        }

        if (line is null || !IsBlank(new(line.Bytes)))
        {
            return line;
        }

        line.Dispose();
        return null;
    }

    private Line? Kept()
    {
        if (_begun.Length == 0)
        {
            return null;
        }

        var line = new Line((int)_begun.Length);
        Guarded(() => _begun.CopyTo(line.Array));
        return line;
    }

    private void Begin(ReadOnlySequence<byte> part)
    {
        if (_refusal is null && _begun.Length + part.Length > maximumBytes)
        {
            Refuse(TooLong());
        }

        foreach (var segment in part)
        {
            if (_refusal is not null)
            {
                return;
            }

            Guarded(() => _begun.Append(segment.Span));
        }
    }

    private void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Refuse(new(RpcErrors.FileFailed, $"A long line waits for its end in the directory for temporary files, and that failed: {failure.Message}", innerException: failure));
        }
    }

    private void Refuse(RpcException refusal)
    {
        _refusal = refusal;
        _begun.Clear();
    }

    private RpcException TooLong()
        => new(RpcErrors.InvalidRequest, $"The line has more than {maximumBytes} bytes and was left out: send paths, or fewer files at a time.");

    private static bool IsBlank(ReadOnlySequence<byte> bytes)
    {
        foreach (var segment in bytes)
        {
            if (segment.Span.ContainsAnyExcept(" \t\r"u8))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A line. Whoever has it disposes it.</summary>
internal sealed class Line : IDisposable
{
    // Above it arrays are not pooled: a pool never gives them back.
    private const int LargestPooled = 1024 * 1024;

    private readonly int _length;

    /// <summary>A line of so many bytes, to be filled.</summary>
    public Line(int length)
    {
        _length = length;
        Array = length == 0 ? [] : length <= LargestPooled ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);
    }

    /// <summary>Why there is no more of it than that it was there; null where there is.</summary>
    public RpcException? Refusal { get; private init; }

    /// <summary>What its bytes are in.</summary>
    public byte[] Array { get; private set; }

    /// <summary>Its bytes, without the end of the line; valid until it is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => Array.AsMemory(0, _length);

    /// <summary>Stands for a line that was read past.</summary>
    public static Line Refused(RpcException refusal) => new(0) { Refusal = refusal };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_length is > 0 and <= LargestPooled && Array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(Array);
        }

        Array = [];
    }
}
