namespace FastMd.Engine.Output.Logs;

/// <summary>
/// Logs that several processes append to, under one lock. Whoever enters a log has it to itself, with what others appended since already read; on leaving, what
/// it appended is written. The lock is on a file apart, because opening a file to read or write it takes a lock on it, too.
/// </summary>
/// <param name="lockPath">Absolute path of the file that is locked.</param>
/// <param name="patience">How long to wait for another process, which needs the lock for less than a millisecond.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedLogs(string lockPath, TimeSpan patience, TimeProvider time) : IDisposable
{
    private readonly LogLock _lock = new(lockPath, time);
    private int _depth;

    /// <summary>Guards what threads of this process read and append.</summary>
    public object Gate { get; } = new();

    /// <summary>Waits until no other process appends. May be nested.</summary>
    /// <param name="log">The log that is appended to, with what others appended read; null where logs are opened.</param>
    /// <exception cref="IOException">The lock was not to be had, or the log cannot be read.</exception>
    public Entry Enter(ISharedLog? log = null)
    {
        Monitor.Enter(Gate);
        try
        {
            if (_depth == 0 && !_lock.Take(patience))
            {
                throw new IOException($"another process has had '{lockPath}' for {patience.TotalSeconds:0} seconds; is one of the processes of this job stopped?");
            }

            _depth++;
            try
            {
                log?.CatchUp();
                return new(this, log);
            }
            catch
            {
                Release();
                throw;
            }
        }
        catch
        {
            Monitor.Exit(Gate);
            throw;
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            _lock.Dispose();
        }
    }

    private void Leave(ISharedLog? log)
    {
        try
        {
            log?.Flush();
        }
        finally
        {
            Release();
            Monitor.Exit(Gate);
        }
    }

    private void Release()
    {
        if (--_depth == 0)
        {
            _lock.Release();
        }
    }

    /// <summary>The time in which a process has the logs to itself.</summary>
    public readonly struct Entry(SharedLogs logs, ISharedLog? log) : IDisposable
    {
        /// <summary>Writes what was appended, and lets others in.</summary>
        public void Dispose() => logs.Leave(log);
    }
}

/// <summary>A log that other processes append to, as well.</summary>
internal interface ISharedLog
{
    /// <summary>Reads what others appended.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    void CatchUp();

    /// <summary>Writes what this process appended.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Flush();
}
