using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Alerts;
using FastMd.Engine.Reports.Live;
using FastMd.Engine.Reports.Recording;
using FastMd.Engine.Resources;
using FastMd.Engine.Telemetry;
using FastMd.Engine.Workers.Pooling;

namespace FastMd.Engine.Jobs.Running;

/// <summary>Looks at a running batch four times a second, and once more at its end: for the report's timeline, the gauges and the alerts.</summary>
internal sealed class JobMonitor : IBatchGauges, IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    // A percentile is computed from histograms, which is too slow for every sample.
    private const int LooksPerPercentile = 8;

    // To look at the processors costs a process some ten milliseconds the first time: not worth it for a batch of a second.
    private const int LooksBeforeProcessors = 4;

    private readonly BatchSession _session;
    private readonly BatchOptions _options;
    private readonly JobAccount _account;
    private readonly AlertWatch _alerts;
    private readonly Func<IMachineProbe> _probeFactory;
    private readonly object _gate = new();
    private readonly ITimer _timer;
    private readonly IDisposable _gauges;
    private readonly PaceMeter _pace = new();
    private IMachineProbe? _probe;
    private BatchSample _last;
    private int _looks;
    private bool _isOver;

    public JobMonitor(BatchSession session, BatchOptions options, JobAccount account, AlertThresholds alerts, Func<IMachineProbe> probe, TimeProvider time)
    {
        _session = session;
        _options = options;
        _account = account;
        _alerts = new(alerts);
        _probeFactory = probe;
        _timer = time.CreateTimer(static monitor => ((JobMonitor)monitor!).Look(isFinal: false), this, Period, Period);
        _gauges = FastMdMeter.Register(this, time);
    }

    /// <inheritdoc/>
    public int ActiveWorkers => _session.Load.WorkersActive;

    /// <inheritdoc/>
    public int IdleWorkers => _session.Load is var load ? Math.Max(0, load.WorkersAllowed - load.WorkersActive) : 0;

    /// <inheritdoc/>
    public long WindowBytes => _session.Load.WorkingBytes;

    /// <summary>What the last look saw.</summary>
    public BatchSample Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    /// <summary>How fast the batch is, as far as the looks tell.</summary>
    public RecentPace Pace
    {
        get
        {
            lock (_gate)
            {
                return _pace.Pace;
            }
        }
    }

    /// <summary>Looks once more, and no longer.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _gauges.Dispose();
        Look(isFinal: true);
    }

    private void Look(bool isFinal)
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = isFinal;
            _looks++;
            var load = _session.Load;
            var progress = _account.Snapshot();
            var resident = Environment.WorkingSet + WorkerPools.ResidentBytes();
            _last = new()
            {
                Elapsed = progress.Elapsed,
                Completed = progress.Completed,
                Pages = progress.Pages,
                InputBytes = progress.InputBytes,
                WorkersActive = load.WorkersActive,
                WorkersAllowed = load.WorkersAllowed,
                WorkingBytes = load.WorkingBytes,
                WorkingBytesLimit = _options.WorkingBytes,
                Waiting = load.Waiting,
                Parked = load.Parked,
                ResidentBytes = resident,
                Cpu = Processors(),
                OpenFiles = _looks < LooksBeforeProcessors ? null : OpenFiles.Count(),
            };
            _pace.Add(_last);
            _account.Recorder.Sample(_last);
            if (!_alerts.IsIdle)
            {
                Judge(progress, load, resident, isFinal);
            }
        }
    }

    private double? Processors()
    {
        if (_looks < LooksBeforeProcessors)
        {
            return null;
        }

        _probe ??= _probeFactory();
        return _probe.Read().Cpu;
    }

    private void Judge(BatchProgress progress, in BatchLoad load, long resident, bool isFinal)
    {
        var slowest = isFinal || _looks % LooksPerPercentile == 0 ? _account.Recorder.SlowestHundredth() : TimeSpan.Zero;
        var reading = new AlertReading(
            progress.Elapsed, progress.Completed, progress.Failed, slowest, resident, load.WorkersActive > 0 || load.Waiting > 0, isFinal);
        foreach (var (name, message) in _alerts.Next(reading))
        {
            _account.Recorder.Alerted(name, message, progress.Elapsed);
            _account.Alert(Diagnostic.Warning(DiagnosticCodes.Alert, message));
        }
    }
}
