namespace FastMd.Engine.Pipeline;

/// <summary>
/// One try at one document. It ends one way only: committed or finished by its worker, or abandoned by whoever watches the clock. So
/// what was reported as given up never shows up as written later.
/// </summary>
public sealed class Attempt
{
    private const int Running = 0;
    private const int Committed = 1;
    private const int Finished = 2;
    private const int Abandoned = 3;

    private readonly TimeProvider _time;
    private readonly long _started;
    private int _state = Running;

    /// <summary>A try that starts now.</summary>
    /// <param name="number">Which try it is, from 1.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancelled when the try is abandoned.</param>
    /// <param name="queueWait">How long the document waited for its first try.</param>
    public Attempt(int number, TimeProvider time, CancellationToken cancellation, TimeSpan queueWait = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        QueueWait = queueWait;
        Number = number;
        Cancellation = cancellation;
        _time = time;
        _started = time.GetTimestamp();
    }

    /// <summary>Which try it is, from 1.</summary>
    public int Number { get; }

    /// <summary>Cancelled when the try is abandoned.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>How long the document waited for its first try.</summary>
    public TimeSpan QueueWait { get; }

    /// <summary>Time since it began.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>Whether the last, irrevocable step may be taken. After a yes the try can no longer be abandoned.</summary>
    public bool TryCommit() => Interlocked.CompareExchange(ref _state, Committed, Running) == Running;

    /// <summary>Whether the worker's outcome counts: false where the try was abandoned meanwhile.</summary>
    internal bool TryFinish()
        => Interlocked.CompareExchange(ref _state, Finished, Running) is Running or Committed;

    /// <summary>Whether the try is abandoned by this call: false where it is past its last step.</summary>
    internal bool TryAbandon() => Interlocked.CompareExchange(ref _state, Abandoned, Running) == Running;
}
