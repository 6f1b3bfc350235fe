using FastMd.Engine.Workers.Launching;

namespace FastMd.Engine.Workers.Pooling;

/// <summary>
/// Worker processes, shared by the jobs of this process. They are started on the first need, stay warm for a while when there is nothing to do, and end
/// with the pool or with this process: their input is closed then.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private const int MostFailures = 3;
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();
    private readonly List<PooledWorker> _workers = [];
    private readonly IWorkerLauncher _launcher;
    private readonly WorkerPoolOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _watch;
    private readonly ITimer _idleWatch;
    private int _inHand;
    private int _failures;
    private string? _unavailable;
    private bool _isDisposed;

    /// <summary>A pool without processes.</summary>
    /// <param name="launcher">Starts processes.</param>
    /// <param name="options">How they are used.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    public WorkerPool(IWorkerLauncher launcher, WorkerPoolOptions options, TimeProvider? time = null)
    {
        _launcher = launcher;
        _options = options;
        _time = time ?? TimeProvider.System;
        _watch = _time.CreateTimer(static pool => ((WorkerPool)pool!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _idleWatch = _time.CreateTimer(static pool => ((WorkerPool)pool!).EndIdle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What starts its processes.</summary>
    public IWorkerLauncher Launcher => _launcher;

    /// <summary>How its processes are used.</summary>
    public WorkerPoolOptions Options => _options;

    /// <summary>Numbers of the processes that run.</summary>
    public IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (_gate)
            {
                return [.. _workers.Select(static worker => worker.Started).OfType<WorkerProcess>().Where(static process => process.IsAlive).Select(static process => process.Id)];
            }
        }
    }

    /// <summary>Resident memory of its processes, in bytes.</summary>
    public long ResidentBytes => Running().Sum(static process => process.ResidentBytes);

    /// <summary>Documents that its processes have.</summary>
    public int InHand
    {
        get
        {
            lock (_gate)
            {
                return _inHand;
            }
        }
    }

    /// <summary>Whether a process is started and can take documents.</summary>
    public bool IsWarm
    {
        get
        {
            lock (_gate)
            {
                return _workers.Exists(static worker => worker is { Started: not null, CanWork: true });
            }
        }
    }

    /// <summary>Starts processes ahead of the first need, and waits until they are ready.</summary>
    /// <exception cref="WorkerUnavailableException">None can be had.</exception>
    public void Warm()
    {
        List<PooledWorker> workers;
        lock (_gate)
        {
            _failures = 0;
            RemoveDead();
            while (_workers.Count < _options.Processes)
            {
                Add();
            }

            workers = [.. _workers];
        }

        try
        {
            Parallel.ForEach(workers, worker => Start(worker));
        }
        catch (AggregateException failures)
        {
            throw failures.InnerExceptions.OfType<WorkerUnavailableException>().FirstOrDefault() ?? failures.InnerExceptions[0];
        }
    }

    /// <summary>
    /// A process for one more document, as soon as one has room for it: one that has nothing to do, or one that is at a small document, if this one is
    /// small, too. To be released once.
    /// </summary>
    /// <param name="length">Size of the document in bytes.</param>
    /// <param name="isAlone">Whether it is to have a process for itself.</param>
    /// <param name="cancellation">Cancels waiting.</param>
    /// <exception cref="WorkerUnavailableException">The pool is closed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public PooledWorker Take(long length, bool isAlone, CancellationToken cancellation)
    {
        using var registration = cancellation.UnsafeRegister(static pool => ((WorkerPool)pool!).Wake(), this);
        lock (_gate)
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                if (_isDisposed)
                {
                    throw new WorkerUnavailableException("the worker processes of this session were ended");
                }

                if (_failures >= MostFailures)
                {
                    throw new WorkerUnavailableException(_unavailable!);
                }

                RemoveDead();
                var isSmall = length <= _options.SmallBytes && !isAlone;
                if (Choose(isSmall, isAlone) is { } worker)
                {
                    worker.TakesAnother = worker.InHand == 0 && isSmall;
                    worker.InHand++;
                    if (_inHand++ == 0)
                    {
                        Watch(isBusy: true);
                    }

                    return worker;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Starts a process that was taken, if it does not run yet.</summary>
    /// <exception cref="WorkerUnavailableException">It cannot be started, or does not fit.</exception>
    public WorkerProcess Start(PooledWorker worker)
    {
        try
        {
            return worker.Process;
        }
        catch (Exception failure)
        {
            Fail(worker, failure.Message);
            throw;
        }
    }

    /// <summary>A process cannot be used. After some in a row no more are started: documents must not wait for each anew.</summary>
    public void Fail(PooledWorker worker, string reason)
    {
        lock (_gate)
        {
            worker.HasFailed = true;
            _failures++;
            _unavailable = reason;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A process answered.</summary>
    public void Succeed()
    {
        if (Volatile.Read(ref _failures) > 0)
        {
            Volatile.Write(ref _failures, 0);
        }
    }

    /// <summary>A process is done with a document.</summary>
    public void Release(PooledWorker worker)
    {
        lock (_gate)
        {
            // The one behind it is small: another may wait behind that.
            worker.InHand--;
            worker.TakesAnother = worker.InHand > 0;
            if (--_inHand == 0)
            {
                Watch(isBusy: false);
            }

            if (worker.InHand == 0 && _workers.Count > _options.Processes)
            {
                Remove(worker);
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A job is over: processes forget it.</summary>
    public void Close(WorkerJob job)
    {
        foreach (var process in Running())
        {
            process.Close(job);
        }
    }

    /// <summary>Orders all processes to end.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Monitor.PulseAll(_gate);
            _watch.Dispose();
            _idleWatch.Dispose();
        }

        foreach (var process in Running())
        {
            process.Dispose();
        }
    }

    private PooledWorker? Choose(bool isSmall, bool isAlone)
    {
        PooledWorker? behind = null;
        foreach (var worker in _workers)
        {
            if (worker is { InHand: 0, CanWork: true })
            {
                return worker;
            }

            behind ??= worker is { TakesAnother: true, CanWork: true } ? worker : null;
        }

        return isAlone || _workers.Count < _options.Processes ? Add()
            : isSmall ? behind
            : null;
    }

    private void RemoveDead()
    {
        foreach (var dead in _workers.Where(static worker => worker is { InHand: 0, CanWork: false }).ToList())
        {
            Remove(dead);
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private PooledWorker Add()
    {
        var worker = new PooledWorker(new(() => WorkerProcess.Start(_launcher, _options, _time)));
        _workers.Add(worker);
        return worker;
    }

    private void Remove(PooledWorker worker)
    {
        _workers.Remove(worker);
        worker.Started?.Dispose();
    }

    private IReadOnlyList<WorkerProcess> Running()
    {
        lock (_gate)
        {
            return [.. _workers.Select(static worker => worker.Started).OfType<WorkerProcess>()];
        }
    }

    private void Watch(bool isBusy)
    {
        if (_isDisposed)
        {
            return;
        }

        var period = isBusy ? WatchPeriod : Timeout.InfiniteTimeSpan;
        _watch.Change(period, period);
        _idleWatch.Change(isBusy ? Timeout.InfiniteTimeSpan : _options.KeepWarm, Timeout.InfiniteTimeSpan);
    }

    private void Look()
    {
        bool isAnyIdle;
        lock (_gate)
        {
            isAnyIdle = _workers.Count < _options.Processes || _workers.Exists(static worker => worker is { InHand: 0, CanWork: true });
        }

        foreach (var process in Running())
        {
            if (isAnyIdle)
            {
                process.MoveWaiting(_options.MoveAfter);
            }

            if (_options.MemoryBytes > 0 && process.ResidentBytes > _options.MemoryBytes)
            {
                process.Kill(DeathCause.Memory);
            }
        }
    }

    private void EndIdle()
    {
        lock (_gate)
        {
            if (_inHand > 0)
            {
                return;
            }

            foreach (var worker in _workers.ToList())
            {
                Remove(worker);
            }
        }
    }
}
