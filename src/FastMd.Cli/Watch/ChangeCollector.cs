namespace FastMd.Cli.Watch;

/// <summary>
/// Gathers changes until none has come for a moment: whoever saves a file, or a hundred, causes one rebuild. Where changes never end,
/// those gathered are handed out all the same after a while.
/// </summary>
internal sealed class ChangeCollector : IDisposable
{
    /// <summary>How long nothing must have changed.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);

    /// <summary>How long changes are gathered at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    // More are not worth naming.
    private const int MostPaths = 1000;

    private readonly object _gate = new();
    private readonly List<string> _paths = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private TaskCompletionSource _quiet = NewSignal();
    private long? _firstChange;
    private bool _isEverything;

    public ChangeCollector(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => FallQuiet(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something changed.</summary>
    public void Add(string path)
    {
        lock (_gate)
        {
            if (_known.Count >= MostPaths)
            {
                _isEverything = true;
            }
            else if (_known.Add(path))
            {
                _paths.Add(path);
            }

            WaitForQuiet();
        }
    }

    /// <summary>Changes were missed: anything may have changed.</summary>
    public void AddEverything()
    {
        lock (_gate)
        {
            _isEverything = true;
            WaitForQuiet();
        }
    }

    /// <summary>Changes could not be dealt with: they are handed out again after a while, along with what comes until then.</summary>
    public void PutBack(Changes missed)
    {
        lock (_gate)
        {
            _isEverything |= missed.IsEverything;
            _paths.AddRange(missed.Paths.Where(_known.Add));
            _firstChange ??= _time.GetTimestamp();
            _timer.Change(Longest, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The changes that come next, once it is quiet.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants to know any more.</exception>
    public async Task<Changes> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task quiet;
            lock (_gate)
            {
                if (_quiet.Task.IsCompleted)
                {
                    return Take();
                }

                quiet = _quiet.Task;
            }

            await quiet.WaitAsync(cancellation);
        }
    }

    public void Dispose() => _timer.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void WaitForQuiet()
    {
        if (_quiet.Task.IsCompleted)
        {
            _quiet = NewSignal();
        }

        _firstChange ??= _time.GetTimestamp();
        var left = Longest - _time.GetElapsedTime(_firstChange.Value);
        _timer.Change(TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, Quiet.Ticks)), Timeout.InfiniteTimeSpan);
    }

    private void FallQuiet()
    {
        lock (_gate)
        {
            if (_firstChange is not null)
            {
                _quiet.TrySetResult();
            }
        }
    }

    private Changes Take()
    {
        var changes = new Changes([.. _paths], _isEverything);
        _paths.Clear();
        _known.Clear();
        _isEverything = false;
        _firstChange = null;
        _quiet = NewSignal();
        return changes;
    }
}
