using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Engine.Workers.Pooling;

/// <summary>A document that a worker process has not answered yet. One thread waits for its answers; another brings them.</summary>
/// <param name="id">Its number.</param>
/// <param name="execution">The attempt that it is part of, whose clock runs while the process is at it.</param>
/// <param name="startDeadline">Starts the time in which the process has to end a document that nobody wants any more.</param>
/// <param name="onClosed">Called once, when the process is done with it or dead.</param>
internal sealed class WorkerCall(long id, IExecution execution, Func<ITimer> startDeadline, Action onClosed)
{
    private readonly object _gate = new();
    private Frame? _frame;
    private WorkerDeath? _death;
    private ITimer? _deadline;
    private bool _isBegun;
    private bool _isAbandoned;
    private bool _isMoved;
    private bool _isClosed;

    /// <summary>Its number.</summary>
    public long Id => id;

    /// <summary>The process comes to it: those before it are done.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _isBegun = true;
            _deadline = _isAbandoned || _isMoved ? startDeadline() : null;
        }

        execution.Resume();
    }

    /// <summary>Waits for the next answer.</summary>
    /// <param name="frame">The answer; null where the process died instead.</param>
    /// <param name="lost">Its death, as an exception.</param>
    /// <exception cref="OperationCanceledException">The call was abandoned.</exception>
    public bool Wait([NotNullWhen(true)] out Frame? frame, [NotNullWhen(false)] out WorkerLostException? lost)
    {
        lock (_gate)
        {
            while (_frame is null && _death is null && !_isAbandoned && !_isMoved)
            {
                Monitor.Wait(_gate);
            }

            if (_isAbandoned)
            {
                throw new OperationCanceledException("The document was abandoned.");
            }

            if (_isMoved)
            {
                (frame, lost) = (null, new(WorkerDeath.Busy, wasBegun: false));
                return false;
            }

            (frame, _frame) = (_frame, null);
            lost = frame is null ? new(_death!, _isBegun) : null;
            return frame is not null;
        }
    }

    /// <summary>Brings an answer, which the waiting thread disposes.</summary>
    /// <returns>Whether it was taken: a second one before the first was read is none.</returns>
    public bool Receive(Frame frame)
    {
        lock (_gate)
        {
            if (_isAbandoned || _isMoved)
            {
                frame.Dispose();
                return true;
            }

            if (_frame is not null)
            {
                return false;
            }

            _frame = frame;
            Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Nobody wants the answer any more.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            if (_isAbandoned || _isMoved || _isClosed)
            {
                return;
            }

            _isAbandoned = true;
            _frame?.Dispose();
            _frame = null;
            _deadline = _isBegun ? startDeadline() : null;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Sends it to another process, if this one has not come to it. What this one may still make of it is thrown away.</summary>
    public void Move()
    {
        lock (_gate)
        {
            if (!_isBegun && !_isAbandoned && !_isClosed)
            {
                _isMoved = true;
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>The process is done with it; an answer that came is still to be read.</summary>
    /// <param name="death">The death of the process; null where it answered.</param>
    public void Close(WorkerDeath? death = null)
    {
        lock (_gate)
        {
            _isClosed = true;
            _death = death;
            _deadline?.Dispose();
            Monitor.Pulse(_gate);
        }

        onClosed();
    }
}
