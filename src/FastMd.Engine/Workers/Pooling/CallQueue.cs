using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Engine.Workers.Pooling;

/// <summary>The documents that a process has, in the order it comes to them: it is at the first, the others wait.</summary>
/// <param name="time">The clock.</param>
internal sealed class CallQueue(TimeProvider time)
{
    private readonly object _gate = new();
    private readonly Queue<WorkerCall> _calls = new();
    private WorkerDeath? _death;
    private long _begunAt;

    /// <summary>The death of the process; null while it lives.</summary>
    public WorkerDeath? Death
    {
        get
        {
            lock (_gate)
            {
                return _death;
            }
        }
    }

    /// <summary>One more; it is closed at once where the process is dead.</summary>
    public void Add(WorkerCall call)
    {
        WorkerDeath? death;
        var isFirst = false;
        lock (_gate)
        {
            death = _death;
            if (death is null)
            {
                isFirst = _calls.Count == 0;
                _calls.Enqueue(call);
                _begunAt = isFirst ? time.GetTimestamp() : _begunAt;
            }
        }

        if (death is not null)
        {
            call.Close(death);
        }
        else if (isFirst)
        {
            call.Begin();
        }
    }

    /// <summary>Hands an answer over to the document that the process is at, and has the next one begin where it was the last answer.</summary>
    /// <param name="id">Number of the document that it answers.</param>
    /// <param name="frame">The answer.</param>
    /// <exception cref="InvalidDataException">The process is not at that document, or answers twice.</exception>
    public void Answer(long id, Frame frame)
    {
        var isLast = frame.Kind != FrameKind.NeedsMemory;
        WorkerCall? next = null;
        if (!TryTake(id, isLast, out var call, ref next) || !call.Receive(frame))
        {
            frame.Dispose();
            throw new InvalidDataException("it answered a document that it was not at");
        }

        if (isLast)
        {
            next?.Begin();
            call.Close();
        }
    }

    /// <summary>Has documents sent to another process that have waited behind one for so long.</summary>
    public void MoveWaiting(TimeSpan patience)
    {
        WorkerCall[] waiting;
        lock (_gate)
        {
            waiting = _calls.Count > 1 && time.GetElapsedTime(_begunAt) > patience ? [.. _calls.Skip(1)] : [];
        }

        foreach (var call in waiting)
        {
            call.Move();
        }
    }

    /// <summary>The process is dead: no answer will come.</summary>
    public void Close(WorkerDeath death)
    {
        WorkerCall[] calls;
        lock (_gate)
        {
            _death = death;
            calls = [.. _calls];
            _calls.Clear();
        }

        foreach (var call in calls)
        {
            call.Close(death);
        }
    }

    private bool TryTake(long id, bool isLast, [NotNullWhen(true)] out WorkerCall? call, ref WorkerCall? next)
    {
        lock (_gate)
        {
            if (!_calls.TryPeek(out call) || call.Id != id)
            {
                return false;
            }

            if (isLast)
            {
                _calls.Dequeue();
                _calls.TryPeek(out next);
                _begunAt = time.GetTimestamp();
            }

            return true;
        }
    }
}
