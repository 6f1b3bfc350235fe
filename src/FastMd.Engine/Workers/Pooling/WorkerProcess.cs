using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Launching;
using FastMd.Engine.Workers.Messages;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Engine.Workers.Pooling;

/// <summary>One worker process as its parent sees it: documents go out from many threads, are answered in order, and one thread reads the answers.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int StackBytes = 256 * 1024;
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();

    // Documents are answered in the order they are sent in, which is the order they are registered in.
    private readonly object _order = new();
    private readonly CallQueue _calls;
    private readonly Dictionary<long, TaskCompletionSource<string?>> _jobs = [];
    private readonly TaskCompletionSource<string?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILaunchedWorker _launched;
    private readonly FrameWriter _writer;
    private readonly WorkerPoolOptions _options;
    private readonly TimeProvider _time;
    private (DeathCause Cause, string? Detail)? _killed;
    private long _lastCall;
    private ITimer? _lastOrder;

    private WorkerProcess(ILaunchedWorker launched, WorkerPoolOptions options, TimeProvider time)
    {
        _launched = launched;
        _writer = new(launched.Input);
        _options = options;
        _time = time;
        _calls = new(time);
    }

    /// <summary>Number of the process.</summary>
    public int Id => _launched.Id;

    /// <summary>Resident memory in bytes; 0 where it is unknown.</summary>
    public long ResidentBytes => _launched.ResidentBytes;

    /// <summary>Whether it can take requests, as far as is known.</summary>
    public bool IsAlive
    {
        get
        {
            lock (_gate)
            {
                return _killed is null && _calls.Death is null;
            }
        }
    }

    /// <summary>Starts a process, and waits until it is ready.</summary>
    /// <param name="launcher">Starts it.</param>
    /// <param name="options">How it is used.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="WorkerUnavailableException">It cannot be started, or does not fit.</exception>
    public static WorkerProcess Start(IWorkerLauncher launcher, WorkerPoolOptions options, TimeProvider time)
    {
        var process = new WorkerProcess(launcher.Launch(), options, time);
        new Thread(process.ReadAnswers, StackBytes) { IsBackground = true, Name = "FastMd worker answers" }.Start();
        var refusal = process.Greet();
        if (refusal is not null)
        {
            process.Kill(DeathCause.Closed);
            throw new WorkerUnavailableException($"'{launcher.Name}' is no worker for this process: {refusal}");
        }

        return process;
    }

    /// <summary>Has the process read and convert a document, after those that it has already.</summary>
    /// <param name="job">The job that the document is part of.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="execution">The attempt that it is part of.</param>
    /// <param name="onClosed">Called once, when the process is done with the document or dead; later than this returns where the attempt was abandoned.</param>
    /// <exception cref="WorkerUnavailableException">The process cannot open the job.</exception>
    /// <exception cref="WorkerLostException">The process died.</exception>
    /// <exception cref="OperationCanceledException">The attempt was abandoned.</exception>
    public ExecutedDocument Run(WorkerJob job, DocumentWork work, IExecution execution, Action onClosed)
    {
        try
        {
            Open(job);
        }
        catch
        {
            onClosed();
            throw;
        }

        WorkerCall call;
        CancellationTokenRegistration registration;
        lock (_order)
        {
            call = new(++_lastCall, execution, StartDeadline, onClosed);
            _calls.Add(call);

            // Before anything is written: a process that does not read blocks whoever writes.
            registration = execution.Cancellation.UnsafeRegister(static call => ((WorkerCall)call!).Abandon(), call);
            Send(FrameKind.Work, new WorkMessage(call.Id, job.Id, execution.FreeMemory, work).Write);
        }

        using (registration)
        {
            return Await(call, execution);
        }
    }

    /// <summary>Has documents sent to another process that have waited behind one for so long.</summary>
    public void MoveWaiting(TimeSpan patience) => _calls.MoveWaiting(patience);

    /// <summary>A job is over.</summary>
    public void Close(WorkerJob job)
    {
        lock (_gate)
        {
            if (!_jobs.Remove(job.Id) || _calls.Death is not null)
            {
                return;
            }
        }

        Send(FrameKind.Close, record => record.Number(job.Id));
    }

    /// <summary>Ends the process at once.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="detail">What else there is to say of that.</param>
    public void Kill(DeathCause cause, string? detail = null)
    {
        lock (_gate)
        {
            if (_calls.Death is not null)
            {
                return;
            }

            _killed ??= (cause, detail);
        }

        _launched.Kill();
    }

    /// <summary>Closes the input of the process, which is an order to end; kills it where it does not follow.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_killed is null && _calls.Death is null)
            {
                _killed = (DeathCause.Closed, null);
                _lastOrder = _time.CreateTimer(static process => ((WorkerProcess)process!).Kill(DeathCause.Closed), this, ExitPatience, Timeout.InfiniteTimeSpan);
            }
        }

        _launched.Dispose();
    }

    private string? Greet()
    {
        Send(FrameKind.Hello, Greeting.Own.Write);
        return _ready.Task.Wait(_options.StartPatience) ? _ready.Task.Result : $"it was not ready within {_options.StartPatience.TotalSeconds:0} s";
    }

    private ITimer StartDeadline()
        => _time.CreateTimer(static process => ((WorkerProcess)process!).Kill(DeathCause.Overdue), this, _options.CancelGrace, Timeout.InfiniteTimeSpan);

    private ExecutedDocument Await(WorkerCall call, IExecution execution)
    {
        while (true)
        {
            if (!call.Wait(out var frame, out var lost))
            {
                throw lost;
            }

            if (frame.Kind != FrameKind.NeedsMemory)
            {
                return Outcome(frame);
            }

            TakeMemory(call.Id, frame, execution);
        }
    }

    /// <summary>Has the process open a job, if it has not yet.</summary>
    private void Open(WorkerJob job)
    {
        TaskCompletionSource<string?>? opening;
        var isFirst = false;
        lock (_gate)
        {
            if (_calls.Death is not null)
            {
                // Whoever sends a document then learns of it.
                return;
            }

            if (!_jobs.TryGetValue(job.Id, out opening))
            {
                isFirst = true;
                _jobs.Add(job.Id, opening = new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        if (isFirst)
        {
            Send(FrameKind.Open, record =>
            {
                record.Number(job.Id);
                record.Raw(job.Description.Span);
            });
        }

        var refusal = opening.Task.Wait(_options.StartPatience) ? opening.Task.Result : $"it did not within {_options.StartPatience.TotalSeconds:0} s";
        if (refusal is not null)
        {
            throw new WorkerUnavailableException($"a worker process cannot open the job: {refusal}");
        }
    }

    private ExecutedDocument Outcome(Frame frame)
    {
        try
        {
            return frame.Kind == FrameKind.Done ? DoneMessage.Read(frame) : throw FailureOf(frame);
        }
        catch (InvalidDataException broken)
        {
            Kill(DeathCause.Protocol, Broken(broken));
            throw new WorkerLostException(new(DeathCause.Protocol, _launched.WaitForExit(ExitPatience), Broken(broken)), wasBegun: true);
        }
        finally
        {
            if (frame.Kind != FrameKind.Done)
            {
                frame.Dispose();
            }
        }
    }

    private Exception FailureOf(Frame frame)
    {
        var failure = FailureMessage.Read(frame.Payload);
        if (failure is OutOfMemoryException)
        {
            // A heap that was full once is not used again.
            Dispose();
        }

        return failure;
    }

    private void TakeMemory(long id, Frame frame, IExecution execution)
    {
        try
        {
            using (frame)
            {
                var (length, need) = NumberMessage.ReadNeed(frame.Payload);
                execution.TakeMemory(length, need);
            }
        }
        catch
        {
            Send(FrameKind.Cancel, record => record.Number(id));
            throw;
        }

        Send(FrameKind.Granted, record => record.Number(id));
    }

    private void Send(FrameKind kind, Action<Documents.Records.RecordWriter> write)
    {
        try
        {
            _writer.Write(kind, write);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The process is dead or dying: the thread that reads tells those who wait. One that only closed its input is no use any more.
            Kill(DeathCause.Crash);
        }
    }

    private void ReadAnswers()
    {
        var reader = new FrameReader(_launched.Output);
        try
        {
            while (reader.Read() is { } frame)
            {
                Take(frame);
            }
        }
        catch (InvalidDataException broken)
        {
            Kill(DeathCause.Protocol, Broken(broken));
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // It is dead.
        }

        Bury(_launched.WaitForExit(ExitPatience));
    }

    private static string Broken(InvalidDataException broken) => $"it broke the protocol ({broken.Message.TrimEnd('.')})";

    private void Take(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Ready:
                using (frame)
                {
                    _ready.TrySetResult(Greeting.Own.Mismatch(Greeting.Read(frame.Payload)));
                }

                break;
            case FrameKind.Opened or FrameKind.Refused:
                using (frame)
                {
                    TakeOpening(frame);
                }

                break;
            case FrameKind.NeedsMemory or FrameKind.Done or FrameKind.Failed or FrameKind.Cancelled:
                _calls.Answer(NumberMessage.Read(frame.Payload), frame);
                break;
            default:
                throw new InvalidDataException($"a worker sends no frame of kind {frame.Kind}");
        }
    }

    private void TakeOpening(Frame frame)
    {
        var (job, refusal) = frame.Kind == FrameKind.Opened ? (NumberMessage.Read(frame.Payload), null) : NumberMessage.ReadText(frame.Payload);
        if (job == 0)
        {
            _ready.TrySetResult(refusal);
            return;
        }

        lock (_gate)
        {
            _jobs.GetValueOrDefault(job)?.TrySetResult(refusal);
        }
    }

    private void Bury(WorkerExit exit)
    {
        WorkerDeath death;
        lock (_gate)
        {
            _lastOrder?.Dispose();
            death = new(_killed?.Cause ?? DeathCause.Crash, exit, _killed?.Detail);
        }

        // Outside of the lock: the pool, which is told, asks whether processes live while it holds its own.
        _calls.Close(death);
        lock (_gate)
        {
            foreach (var opening in _jobs.Values)
            {
                // Whoever waits for it finds the call dead.
                opening.TrySetResult(null);
            }
        }

        _ready.TrySetResult($"it ended before it was ready ({death.Description})");
        _launched.Dispose();
    }
}

/// <summary>A worker process died before it answered.</summary>
/// <param name="death">How.</param>
/// <param name="wasBegun">Whether it had begun the document.</param>
internal sealed class WorkerLostException(WorkerDeath death, bool wasBegun) : Exception(death.Description)
{
    /// <summary>Whether it had begun the document.</summary>
    public bool WasBegun => wasBegun;

    /// <summary>How.</summary>
    public WorkerDeath Death => death;
}
