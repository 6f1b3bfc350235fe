using FastMd.Engine.Batching;
using FastMd.Engine.Reports.Live;
using FastMd.Engine.Reports.Recording;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Jobs.Running;

/// <summary>What goes along with a job while it runs: who looks at it, and its spans.</summary>
internal sealed class JobRun : IDisposable
{
    private readonly JobAccount _account;
    private readonly BatchSession _session;
    private readonly JobMonitor _monitor;
    private int _disposed;

    public JobRun(JobOptions options, BatchSession session, BatchOptions batch, JobAccount account, Func<IMachineProbe> probe, TimeProvider time)
    {
        _account = account;
        _session = session;
        account.Begin(batch.EffectiveWorkers);
        account.Spans = JobSpans.Start();
        _monitor = new(session, batch, account, options.Alerts, probe, time);
    }

    /// <summary>What the last look saw: several are taken each second.</summary>
    public BatchSample Last => _monitor.Last;

    /// <summary>How fast the batch is now.</summary>
    public RecentPace Pace => _monitor.Pace;

    /// <summary>What the batch is busy with at this moment.</summary>
    public BatchLoad Load => _session.Load;

    /// <summary>What each worker is at.</summary>
    public IReadOnlyList<WorkerState> Workers() => _session.WorkerStates();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _monitor.Dispose();
            _account.End();
            _account.Spans?.End();
        }
    }
}
