using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Batching;

/// <summary>
/// An auto-reset event for one waiter: something may have changed. Several calls of <see cref="Set"/> before the waiter wakes up count once; the
/// waiter checks the state after it wakes up, so no change is missed.
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

        Reset();
        return true;
    }

    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _semaphore.WaitAsync(cancellation).ConfigureAwait(false);
        Reset();
    }

    // A full fence: what the waiter looks at next must not be read before others can see that it is to be woken again.
    private void Reset() => Interlocked.Exchange(ref _isSet, 0);
}
