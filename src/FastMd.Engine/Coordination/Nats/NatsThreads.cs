namespace FastMd.Engine.Coordination.Nats;

/// <summary>Threads of their own that call a broker: they end when they are to leave, and tell of what ended them otherwise.</summary>
/// <param name="link">The connection.</param>
/// <param name="leaving">Cancelled when they are to leave.</param>
internal sealed class NatsThreads(NatsLink link, CancellationToken leaving)
{
    private readonly List<Thread> _threads = [];
    private SharedJobException? _failure;

    /// <summary>Starts a thread.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="run">What it does.</param>
    public void Start(string name, Action run)
    {
        var thread = new Thread(() => Guard(run)) { IsBackground = true, Name = name };
        _threads.Add(thread);
        thread.Start();
    }

    /// <summary>Throws what ended one of them.</summary>
    /// <exception cref="SharedJobException">One of them could not go on.</exception>
    public void ThrowIfFailed()
    {
        if (Volatile.Read(ref _failure) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Waits until all have ended.</summary>
    public void Join() => _threads.ForEach(static thread => thread.Join());

    private void Guard(Action run)
    {
        try
        {
            run();
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // They are to leave.
        }
        catch (Exception failure)
        {
            Volatile.Write(ref _failure, NatsErrors.Explain(link.Server, failure));
        }
    }
}
