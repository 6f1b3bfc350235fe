using System.Buffers;

namespace FastMd.Engine.Workers.Wire;

/// <summary>One message between a worker process and its parent. Whoever has it disposes it, and with it the payload.</summary>
internal sealed class Frame(FrameKind kind, byte[] rented, int length) : IDisposable
{
    /// <summary>Bytes before the payload: its kind, and the length of the payload as four bytes, the least significant first.</summary>
    public const int HeaderBytes = 5;

    /// <summary>The longest payload: output that is longer does not fit into an array.</summary>
    public const int MostBytes = 2_000_000_000;

    private byte[]? _rented = rented;

    /// <summary>What it is.</summary>
    public FrameKind Kind => kind;

    /// <summary>What it carries.</summary>
    public ReadOnlyMemory<byte> Payload => _rented.AsMemory(0, length);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rented, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
