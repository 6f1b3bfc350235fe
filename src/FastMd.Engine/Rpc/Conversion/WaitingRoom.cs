using FastMd.Engine.Batching;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>
/// Bounds what waits to be handed over, by number and by size. One may always come in where none is inside: what is handed over next is inside.
/// One enters at a time; any thread holds and leaves.
/// </summary>
/// <param name="most">How many may be inside.</param>
/// <param name="mostBytes">Bytes beyond which no more come in.</param>
internal sealed class WaitingRoom(int most, long mostBytes)
{
    private readonly Signal _changed = new();
    private long _bytes;
    private int _inside;

    /// <summary>Waits until there is room, and takes it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        while (Volatile.Read(ref _inside) is > 0 and var inside && (inside >= most || Interlocked.Read(ref _bytes) > mostBytes))
        {
            await _changed.WaitAsync(cancellation).ConfigureAwait(false);
        }

        Interlocked.Increment(ref _inside);
    }

    /// <summary>Waits until all are out. Nobody enters meanwhile.</summary>
    public async Task EmptyAsync()
    {
        while (Volatile.Read(ref _inside) > 0)
        {
            await _changed.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Who came in turns out to hold so many bytes.</summary>
    public void Hold(long bytes) => Interlocked.Add(ref _bytes, bytes);

    /// <summary>One is out, with the bytes it held.</summary>
    public void Leave(long bytes)
    {
        Interlocked.Add(ref _bytes, -bytes);
        Interlocked.Decrement(ref _inside);
        _changed.Set();
    }
}
