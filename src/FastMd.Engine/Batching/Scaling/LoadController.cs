using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching.Scaling;

/// <summary>
/// Reads the load of the machine twice a second while a batch runs, and adjusts the number of workers and the admission of documents. The first half
/// second passes without a reading, so most batches end before the first one.
/// </summary>
internal sealed class LoadController : IDisposable
{
    /// <summary>Time between two readings.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private readonly BatchCoordinator _coordinator;
    private readonly WorkerLoops _loops;
    private readonly IBatchObserver _observer;
    private readonly BatchOptions _options;
    private readonly ScalingOptions _scaling;
    private readonly Func<IMachineProbe> _probeFactory;
    private readonly TimeProvider _time;
    private readonly CpuCap? _cap;
    private readonly long _started;
    private readonly object _gate = new();
    private readonly ITimer _timer;
    private IMachineProbe? _probe;
    private MemoryAlarm? _memory;
    private WorkerControl? _control;
    private BatchLoad _last;
    private long _slice;
    private int _loopsStarted;
    private bool _isDisposed;

    public LoadController(
        BatchOptions options, ScalingOptions scaling, BatchCoordinator coordinator, WorkerLoops loops, IBatchObserver observer, Func<IMachineProbe> probe, TimeProvider time)
    {
        _coordinator = coordinator;
        _loops = loops;
        _observer = observer;
        _options = options;
        _scaling = scaling;
        _probeFactory = probe;
        _time = time;
        _started = time.GetTimestamp();
        _loopsStarted = options.EffectiveWorkers;
        _cap = scaling.CpuLimit is { } limit ? new(limit, options.EffectiveWorkers) : null;
        var period = _cap is null ? Period : Period / CpuCap.StepsPerWorker;
        _timer = time.CreateTimer(static controller => ((LoadController)controller!).Tick(), this, period, period);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        _timer.Dispose();
    }

    private void Tick()
    {
        // Skip this tick if the previous reading is still running.
        if (!Monitor.TryEnter(_gate))
        {
            return;
        }

        try
        {
            if (!_isDisposed)
            {
                _slice++;
                if (_cap is null || _slice % CpuCap.StepsPerWorker == 0)
                {
                    if (_probe is null)
                    {
                        Begin();
                    }
                    else
                    {
                        Read(_probe, _control!);
                    }
                }

                if (_probe is not null)
                {
                    Apply(_control!, _memory!);
                }
            }
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    /// <summary>Takes the first reading, which is the baseline: earlier load says nothing about this batch.</summary>
    private void Begin()
    {
        _probe = _probeFactory();
        _probe.Read();
        _last = _coordinator.Load;
        var start = _options.EffectiveWorkers;
        var maximum = _options.Parallel ? Math.Max(start, _scaling.MaximumWorkers) : 1;
        _memory = new(Math.Min(_scaling.FreeMemoryFloor, _probe.Limits.MemoryBytes / 10));
        _control = new(start, Math.Min(_scaling.MinimumWorkers, start), maximum, _memory);
    }

    private void Read(IMachineProbe probe, WorkerControl control)
    {
        var pressure = probe.Read();
        var load = _coordinator.Load;
        var work = new WorkReading(
            load.WorkersActive >= load.WorkersAllowed && load.Waiting > 0,
            load.RateLimits - _last.RateLimits);
        _last = load;
        var at = _time.GetElapsedTime(_started);
        foreach (var decision in (ScalingDecision?[])[control.Next(at, pressure, work), _cap?.Next(at, pressure.Cpu)])
        {
            if (decision is not null)
            {
                _observer.Scaled(decision);
            }
        }
    }

    private void Apply(WorkerControl control, MemoryAlarm memory)
    {
        _coordinator.PauseAdmission(memory.IsOn);
        _coordinator.AllowWorkers(Math.Min(control.Allowed, _cap?.WorkersIn(_slice) ?? int.MaxValue));
        for (; _loopsStarted < control.Allowed; _loopsStarted++)
        {
            _loops.Start(_options.InHandPerWorker);
        }
    }
}
