namespace FastMd.Engine.Batching;

/// <summary>
/// Runs each task on a thread of its own, reused while more tasks come. The threads of the pool stay free for the host, and a worker can be abandoned
/// without starving others. Threads are background threads: a stuck one does not keep the process alive.
/// </summary>
/// <param name="start">Starts a thread; tests make it fail.</param>
internal sealed class DedicatedThreadScheduler(Action<Thread> start) : TaskScheduler, IDisposable
{
    [ThreadStatic]
    private static DedicatedThreadScheduler? _ownerOfThisThread;

    private readonly object _gate = new();
    private readonly Queue<Task> _tasks = new();
    private int _idle;
    private bool _closed;

    public DedicatedThreadScheduler()
        : this(static thread => thread.Start())
    {
    }

    /// <summary>Lets threads end once their tasks do.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (_gate)
        {
            _tasks.Enqueue(task);
            if (_idle >= _tasks.Count)
            {
                Monitor.Pulse(_gate);
                return;
            }

            var thread = new Thread(Run) { IsBackground = true, Name = "FastMd worker" };
            try
            {
                start(thread);
            }
            catch (Exception cannotStart) when (cannotStart is OutOfMemoryException or ThreadStartException)
            {
                WithdrawLocked(task);
                throw;
            }
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
        => !taskWasPreviouslyQueued && ReferenceEquals(_ownerOfThisThread, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
        {
            return [.. _tasks];
        }
    }

    private void WithdrawLocked(Task task)
    {
        var others = _tasks.Where(queued => queued != task).ToArray();
        _tasks.Clear();
        foreach (var other in others)
        {
            _tasks.Enqueue(other);
        }
    }

    private void Run()
    {
        _ownerOfThisThread = this;
        while (TryDequeue() is { } task)
        {
            TryExecuteTask(task);
        }
    }

    private Task? TryDequeue()
    {
        lock (_gate)
        {
            Task? task;
            while (!_tasks.TryDequeue(out task) && !_closed)
            {
                _idle++;
                Monitor.Wait(_gate);
                _idle--;
            }

            return task;
        }
    }
}
