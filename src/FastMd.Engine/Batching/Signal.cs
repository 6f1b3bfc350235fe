using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Batching;

/// <summary>
/// Tells one waiter that something may have changed. Any number of <see cref="Set"/> before the waiter comes count once; the waiter
/// looks at the state after it wakes, so none is lost.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds no handle, and a thread that was given up may still set it.")]
internal sealed class Signal
{
    private readonly SemaphoreSlim _semaphore = new(0, 1);
    private int _isSet;

    public void Set()
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 0)
        {
            _semaphore.Release();
        }
    }

    /// <summary>Waits; says whether it was set in time.</summary>
    public bool Wait(TimeSpan timeout, CancellationToken cancellation)
    {
        if (!_semaphore.Wait(timeout, cancellation))
        {
            return false;
        }

        Volatile.Write(ref _isSet, 0);
        return true;
    }

    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _semaphore.WaitAsync(cancellation).ConfigureAwait(false);
        Volatile.Write(ref _isSet, 0);
    }
}
