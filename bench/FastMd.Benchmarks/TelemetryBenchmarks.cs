using System.Diagnostics;
using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using FastMd.Engine.Documents;
using FastMd.Engine.Telemetry;

namespace FastMd.Benchmarks;

/// <summary>What metrics and spans cost a document, with and without somebody who listens.</summary>
[MemoryDiagnoser]
public class TelemetryBenchmarks
{
    private readonly List<IDisposable> _listeners = [];

    [Params(false, true)]
    public bool Listening { get; set; }

    [GlobalSetup]
    public void Listen()
    {
        FastMdTelemetry.Open();
        if (!Listening)
        {
            return;
        }

        var measurements = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == FastMdMeter.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        measurements.Start();
        var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FastMdActivities.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(spans);
        _listeners.AddRange([measurements, spans]);
    }

    [GlobalCleanup]
    public void StopListening() => _listeners.ForEach(listener => listener.Dispose());

    [Benchmark]
    public void Metrics() => FastMdMeter.Record(new(
        "converted",
        AttributeValue.Of(DocumentFormat.Markdown),
        AttributeValue.Of(SizeTier.Small),
        1000,
        1500,
        TimeSpan.FromMilliseconds(1),
        TimeSpan.FromMilliseconds(1),
        1));

    [Benchmark]
    public void Spans()
    {
        var batch = FastMdActivities.StartBatch();
        var document = FastMdActivities.StartDocument(batch, "/docs/a.md", "markdown", "tiny", 1000);
        FastMdActivities.End(FastMdActivities.StartAttempt(document, 1), "converted", 1500);
        FastMdActivities.End(document, "converted", 1500);
        FastMdActivities.End(batch);
    }
}
