using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Pipeline;

/// <summary>
/// One attempt at one document. It ends one way only: committed or finished by its worker, or abandoned by the watchdog. So the output of a
/// document that was reported as timed out never appears later.
/// </summary>
internal sealed class Attempt : IExecution
{
    private const int Running = 0;
    private const int Committed = 1;
    private const int Finished = 2;
    private const int Abandoned = 3;

    // Of the memory there is; the working bytes that documents are admitted by bound those that do not ask.
    private const int FreeShare = 64;

    private readonly TimeProvider _time;
    private readonly WorkingRoom? _room;
    private long _started;
    private long _waitingSince;
    private long _taken;
    private int _hasEnded;
    private int _state = Running;

    /// <summary>An attempt that starts now.</summary>
    /// <param name="number">Number of the attempt, from 1.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancelled when the attempt is abandoned.</param>
    /// <param name="queueWait">Queue wait: how long the document waited for its first attempt.</param>
    public Attempt(int number, TimeProvider time, CancellationToken cancellation, TimeSpan queueWait = default)
        : this(number, time, queueWait, room: null, isExclusive: false, cancellation)
    {
    }

    internal Attempt(int number, TimeProvider time, TimeSpan queueWait, WorkingRoom? room, bool isExclusive, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(time);
        QueueWait = queueWait;
        Number = number;
        Cancellation = cancellation;
        _time = time;
        _room = room;
        IsExclusive = isExclusive;
        _started = time.GetTimestamp();
    }

    /// <summary>Number of the attempt, from 1.</summary>
    public int Number { get; }

    /// <summary>Cancelled when the attempt is abandoned.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Queue wait: how long the document waited for its first attempt.</summary>
    public TimeSpan QueueWait { get; }

    /// <summary>Time since it began, but for what it waited for memory or for a worker process.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            // Read in the order opposite to how they are written: a wait that ends just now may be left out twice, never counted.
            var waitingSince = Volatile.Read(ref _waitingSince);
            var started = Volatile.Read(ref _started);
            return waitingSince == 0 ? _time.GetElapsedTime(started) : _time.GetElapsedTime(started, waitingSince);
        }
    }

    /// <summary>Whether the document runs when no other does: it grew beyond what was expected of it.</summary>
    internal bool IsExclusive { get; }

    /// <inheritdoc/>
    public long FreeMemory => _room is null ? long.MaxValue : IsExclusive ? 0 : _room.Most / FreeShare;

    /// <summary>Bytes of memory it was given; 0 until it has asked.</summary>
    internal long Taken => Volatile.Read(ref _taken);

    /// <summary>Whether its worker has left it.</summary>
    internal bool HasEnded => Volatile.Read(ref _hasEnded) != 0;

    /// <summary>Whether the last, irrevocable step may be taken. After a yes the attempt can no longer be abandoned.</summary>
    public bool TryCommit() => Interlocked.CompareExchange(ref _state, Committed, Running) == Running;

    /// <inheritdoc/>
    public void TakeMemory(long length, long need)
    {
        if (_room is null)
        {
            return;
        }

        // Another process may ask again for a document that the one before died of.
        GiveBackMemory();
        if (need > _room.Most)
        {
            throw new DocumentException(MemoryLimit.Refusal(length, need, _room.Budget));
        }

        need = IsExclusive ? _room.Most : need;
        Pause();
        try
        {
            _room.Enter(need, Cancellation);
            Volatile.Write(ref _taken, need);
        }
        finally
        {
            Resume();
        }
    }

    /// <inheritdoc/>
    public void Pause() => Interlocked.CompareExchange(ref _waitingSince, _time.GetTimestamp(), 0);

    /// <inheritdoc/>
    public void Resume()
    {
        if (Volatile.Read(ref _waitingSince) is not 0 and var since)
        {
            Volatile.Write(ref _started, _started + _time.GetTimestamp() - since);
            Volatile.Write(ref _waitingSince, 0);
        }
    }

    /// <summary>Whether the worker's outcome counts: false where the attempt was abandoned meanwhile.</summary>
    internal bool TryFinish()
    {
        GiveBackMemory();
        Volatile.Write(ref _hasEnded, 1);
        return Interlocked.CompareExchange(ref _state, Finished, Running) is Running or Committed;
    }

    /// <summary>Whether this call abandons the attempt: false where it was committed or finished.</summary>
    internal bool TryAbandon()
    {
        if (Interlocked.CompareExchange(ref _state, Abandoned, Running) != Running)
        {
            return false;
        }

        // The worker may be stuck: its memory is released without waiting for it.
        GiveBackMemory();
        return true;
    }

    private void GiveBackMemory()
    {
        if (Interlocked.Exchange(ref _taken, 0) is > 0 and var taken)
        {
            _room!.Leave(taken);
        }
    }
}
