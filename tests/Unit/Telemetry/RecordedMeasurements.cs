using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FastMd.Engine.Telemetry;

namespace FastMd.Tests.Unit.Telemetry;

/// <summary>Everything the meter says while this listens.</summary>
internal sealed class RecordedMeasurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Recorded> _all = [];

    public RecordedMeasurements()
    {
        FastMdTelemetry.Open();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != FastMdMeter.Name)
            {
                return;
            }

            // Another engine in the process, as a test may load one, comes after the one that was opened above.
            Published++;
            if (!Instruments.Exists(known => known.Name == instrument.Name))
            {
                Instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, attributes, _) => _all.Enqueue(new(instrument.Name, value, Text(attributes))));
        _listener.SetMeasurementEventCallback<double>((instrument, value, attributes, _) => _all.Enqueue(new(instrument.Name, value, Text(attributes))));
        _listener.Start();
    }

    /// <summary>The instruments this listens to.</summary>
    public List<Instrument> Instruments { get; } = [];

    /// <summary>How many instruments there are in the process, those of other engines included.</summary>
    public int Published { get; private set; }

    public IReadOnlyList<Recorded> Of(string instrument) => [.. _all.Where(recorded => recorded.Instrument == instrument)];

    public double Sum(string instrument) => Of(instrument).Sum(recorded => recorded.Value);

    /// <summary>What the gauges of one name say now.</summary>
    public IReadOnlyList<Recorded> Observe(string instrument)
    {
        _all.Clear();
        Observe();
        return Of(instrument);
    }

    /// <summary>Hears all gauges.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> attributes)
        => string.Join(' ', attributes.ToArray().Select(attribute => $"{attribute.Key}={attribute.Value}"));

    internal sealed record Recorded(string Instrument, double Value, string Attributes);
}
