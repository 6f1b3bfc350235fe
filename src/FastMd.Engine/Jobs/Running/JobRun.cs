using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Resources;
using FastMd.Engine.Telemetry;

namespace FastMd.Engine.Jobs.Running;

/// <summary>What goes along with a job while it runs: who looks at it, its spans, and their way to a collector.</summary>
internal sealed class JobRun : IDisposable
{
    private readonly JobAccount _account;
    private readonly OtlpExport? _export;
    private readonly JobMonitor _monitor;
    private int _disposed;

    public JobRun(JobOptions options, BatchSession session, BatchOptions batch, JobAccount account, Func<IMachineProbe> probe, TimeProvider time)
    {
        _account = account;
        _export = options.OtlpEndpoint is { } endpoint ? OtlpExport.Start(endpoint, WarnOfExport) : null;
        account.Begin(batch.EffectiveWorkers);
        account.Spans = JobSpans.Start();
        _monitor = new(session, batch, account, options.Alerts, probe, time);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _monitor.Dispose();
            _account.End();
            _account.Spans?.End();
            _export?.Dispose();
        }
    }

    private void WarnOfExport(string message) => _account.Noticed(Diagnostic.Warning(DiagnosticCodes.TelemetryNotSent, message));
}
