using System.Diagnostics.Metrics;

namespace FastMd.Engine.Telemetry;

/// <summary>The batches of the process that are running. Gauges are their sums.</summary>
/// <param name="worthwhile">Is called once a batch has lasted long enough for somebody outside the process to look at it.</param>
internal sealed class RunningBatches(Action worthwhile)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private volatile IBatchGauges[] _batches = [];

    /// <summary>Counts a batch in until what is returned is disposed.</summary>
    public IDisposable Add(IBatchGauges batch, TimeProvider time)
    {
        lock (_gate)
        {
            _batches = [.. _batches, batch];
        }

        return new Registration(
            this, batch, time.CreateTimer(static call => Try((Action)call!), worthwhile, Lasting, Timeout.InfiniteTimeSpan));
    }

    // Listeners run while instruments are published to them, here on a timer: their faults must not end the process.
    private static void Try(Action call)
    {
        try
        {
            call();
        }
        catch (Exception)
        {
            // A listener that failed gets no further data of this batch.
        }
    }

    public IEnumerable<Measurement<long>> Workers()
    {
        var batches = _batches;
        return
        [
            new(batches.Sum(batch => (long)batch.ActiveWorkers), new KeyValuePair<string, object?>(TelemetryAttributes.WorkerState, "active")),
            new(batches.Sum(batch => (long)batch.IdleWorkers), new KeyValuePair<string, object?>(TelemetryAttributes.WorkerState, "idle")),
        ];
    }

    public long WindowBytes() => _batches.Sum(batch => batch.WindowBytes);

    private void Remove(IBatchGauges batch)
    {
        lock (_gate)
        {
            var left = new List<IBatchGauges>(_batches);
            left.Remove(batch);
            _batches = [.. left];
        }
    }

    private sealed class Registration(RunningBatches owner, IBatchGauges batch, ITimer lasting) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                lasting.Dispose();
                owner.Remove(batch);
            }
        }
    }
}

/// <summary>What can be read off a running batch. Read on a listener's thread, at any time: it must neither block nor throw.</summary>
internal interface IBatchGauges
{
    /// <summary>Workers that have a document in progress.</summary>
    int ActiveWorkers { get; }

    /// <summary>Workers that wait for one.</summary>
    int IdleWorkers { get; }

    /// <summary>Bytes that the documents in progress are charged with.</summary>
    long WindowBytes { get; }
}
