using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching.Scaling;

/// <summary>
/// Looks at the machine twice a second while a batch runs and lets as many workers work, and documents in, as it bears. Sits still for
/// the first half second: most batches never meet it.
/// </summary>
internal sealed class LoadController : IDisposable
{
    /// <summary>Time between two readings.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private readonly BatchLedger _ledger;
    private readonly WorkerLoops _loops;
    private readonly IBatchObserver _observer;
    private readonly IMachineProbe _probe;
    private readonly TimeProvider _time;
    private readonly MemoryAlarm _memory;
    private readonly WorkerControl _control;
    private readonly CpuCap? _cap;
    private readonly long _started;
    private readonly object _gate = new();
    private readonly ITimer _timer;
    private BatchLoad _last;
    private long _slice;
    private int _loopsStarted;
    private bool _isDisposed;

    public LoadController(
        BatchOptions options, ScalingOptions scaling, BatchLedger ledger, WorkerLoops loops, IBatchObserver observer, IMachineProbe probe, TimeProvider time)
    {
        _ledger = ledger;
        _loops = loops;
        _observer = observer;
        _probe = probe;
        _time = time;
        _started = time.GetTimestamp();
        var start = options.EffectiveWorkers;
        var maximum = options.Parallel ? Math.Max(start, scaling.MaximumWorkers) : 1;
        _loopsStarted = start;
        _memory = new(Math.Min(scaling.FreeMemoryFloor, probe.Limits.MemoryBytes / 10));
        _control = new(start, Math.Min(scaling.MinimumWorkers, start), maximum, _memory);
        _cap = scaling.CpuLimit is { } limit ? new(limit, start) : null;

        // What has passed until now is not this batch's doing.
        probe.Read();
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
        // A reading that takes longer than the period is not joined by the next one.
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
                    Read();
                }

                Apply();
            }
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    private void Read()
    {
        var pressure = _probe.Read();
        var load = _ledger.Load;
        var work = new WorkReading(
            (load.CompletedBytes - _last.CompletedBytes) / Period.TotalSeconds,
            load.WorkersActive >= load.WorkersAllowed && load.Waiting > 0,
            load.RateLimits - _last.RateLimits);
        _last = load;
        var at = _time.GetElapsedTime(_started);
        foreach (var decision in (ScalingDecision?[])[_control.Next(at, pressure, work), _cap?.Next(at, pressure.Cpu)])
        {
            if (decision is not null)
            {
                _observer.Scaled(decision);
            }
        }
    }

    private void Apply()
    {
        _ledger.PauseAdmission(_memory.IsOn);
        _ledger.AllowWorkers(Math.Min(_control.Allowed, _cap?.WorkersIn(_slice) ?? int.MaxValue));
        for (; _loopsStarted < _control.Allowed; _loopsStarted++)
        {
            _loops.Start(workers: 1);
        }
    }
}
