using Microsoft.Win32.SafeHandles;

namespace FastMd.Engine.Output.Logs;

/// <summary>
/// Logs that several processes append to. Whoever enters has all of them to itself, with what others appended since already read; on leaving
/// what it appended is written. The lock is on a file apart, because opening a file to read or write it takes a lock on it, too.
/// </summary>
/// <param name="lockPath">Absolute path of the file that is locked.</param>
/// <param name="patience">How long to wait for another process, which needs the lock for less than a millisecond.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedLogs(string lockPath, TimeSpan patience, TimeProvider time)
{
    private readonly List<ISharedLog> _logs = [];
    private int _depth;
    private SafeFileHandle? _lock;

    /// <summary>Guards what threads of this process read and append.</summary>
    public object Gate { get; } = new();

    /// <summary>Adds a log, which was read and opened by who has entered.</summary>
    public void Add(ISharedLog log) => _logs.Add(log);

    /// <summary>Leaves a log out from now on.</summary>
    public void Remove(ISharedLog log)
    {
        lock (Gate)
        {
            _logs.Remove(log);
        }
    }

    /// <summary>Waits until no other process appends, and reads what others appended. May be nested.</summary>
    /// <exception cref="IOException">The lock was not to be had, or a log cannot be read.</exception>
    public Entry Enter()
    {
        Monitor.Enter(Gate);
        try
        {
            if (_depth == 0)
            {
                _lock = FileLock.Take(lockPath, patience, time) ?? throw new IOException(
                    $"another process has had '{lockPath}' for {patience.TotalSeconds:0} seconds; is one of the processes of this job stopped?");
                try
                {
                    foreach (var log in _logs)
                    {
                        log.CatchUp();
                    }
                }
                catch
                {
                    Release();
                    throw;
                }
            }

            _depth++;
            return new(this);
        }
        catch
        {
            Monitor.Exit(Gate);
            throw;
        }
    }

    private void Leave()
    {
        try
        {
            if (--_depth == 0)
            {
                try
                {
                    foreach (var log in _logs)
                    {
                        log.Flush();
                    }
                }
                finally
                {
                    Release();
                }
            }
        }
        finally
        {
            Monitor.Exit(Gate);
        }
    }

    private void Release()
    {
        _lock!.Dispose();
        _lock = null;
    }

    /// <summary>The time in which a process has the logs to itself.</summary>
    public readonly struct Entry(SharedLogs logs) : IDisposable
    {
        /// <summary>Writes what was appended, and lets others in.</summary>
        public void Dispose() => logs.Leave();
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
