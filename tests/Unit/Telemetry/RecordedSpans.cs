using System.Collections.Concurrent;
using System.Diagnostics;
using FastMd.Engine.Telemetry;

namespace FastMd.Tests.Unit.Telemetry;

/// <summary>Every span that ends while this listens.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = [];

    public RecordedSpans(ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        FastMdTelemetry.Open();
        _listener = new()
        {
            ShouldListenTo = source => source.Name == FastMdActivities.Name,
            Sample = (ref _) => sampling,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Ended => [.. _ended];

    public void Dispose() => _listener.Dispose();
}
