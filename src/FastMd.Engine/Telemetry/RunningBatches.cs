using System.Collections.Immutable;
using System.Diagnostics.Metrics;

namespace FastMd.Engine.Telemetry;

/// <summary>The batches of the process that are running. Gauges are their sums.</summary>
internal sealed class RunningBatches
{
    private static readonly KeyValuePair<string, object?> Active = new(TelemetryAttributes.WorkerState, "active");
    private static readonly KeyValuePair<string, object?> Idle = new(TelemetryAttributes.WorkerState, "idle");

    private ImmutableList<IBatchGauges> _batches = [];

    public IDisposable Add(IBatchGauges batch)
    {
        ImmutableInterlocked.Update(ref _batches, static (batches, added) => batches.Add(added), batch);
        return new Registration(this, batch);
    }

    public IEnumerable<Measurement<long>> Workers()
    {
        var batches = Volatile.Read(ref _batches);
        return [new(batches.Sum(batch => (long)batch.ActiveWorkers), Active), new(batches.Sum(batch => (long)batch.IdleWorkers), Idle)];
    }

    public long WindowBytes() => Volatile.Read(ref _batches).Sum(batch => batch.WindowBytes);

    private sealed class Registration(RunningBatches owner, IBatchGauges batch) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                ImmutableInterlocked.Update(ref owner._batches, static (batches, gone) => batches.Remove(gone), batch);
            }
        }
    }
}
