using System.Diagnostics.Metrics;

namespace FastMd.Engine.Telemetry;

/// <summary>The meter and its instruments. Each is asked whether anybody listens before anything is made for it.</summary>
internal sealed class Instruments
{
    // From a page that is a tenth of a millisecond's work to a document at its time limit.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    };

    private readonly Counter<long> _documents;
    private readonly Counter<long> _input;
    private readonly Counter<long> _output;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _queueWait;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _cacheHits;
    private readonly Counter<long> _cacheMisses;

    /// <summary>Publishes them.</summary>
    /// <param name="batches">What the gauges read.</param>
    public Instruments(RunningBatches batches)
    {
        var meter = new Meter(FastMdMeter.Name, EngineVersion.Text);
        _documents = meter.CreateCounter<long>("fastmd.documents", "{document}", "Documents that have their outcome.");
        _input = meter.CreateCounter<long>("fastmd.document.input", "By", "Bytes read of documents.");
        _output = meter.CreateCounter<long>("fastmd.document.output", "By", "Bytes of the outputs of documents.");
        _duration = meter.CreateHistogram("fastmd.document.duration", "s", "How long the last attempt at a document took.", null, Seconds);
        _queueWait = meter.CreateHistogram("fastmd.document.queue_wait", "s", "How long a document waited for a worker.", null, Seconds);
        _retries = meter.CreateCounter<long>("fastmd.document.retries", "{retry}", "Attempts at documents beyond the first.");
        _cacheHits = meter.CreateCounter<long>("fastmd.cache.hits", "{hit}", "Questions that a cache answered.");
        _cacheMisses = meter.CreateCounter<long>("fastmd.cache.misses", "{miss}", "Questions that a cache could not answer.");
        meter.CreateObservableUpDownCounter("fastmd.workers", batches.Workers, "{worker}", "Workers of the batches that are running.");
        meter.CreateObservableUpDownCounter("fastmd.window.usage", batches.WindowBytes, "By", "Bytes that the documents in hand are charged with.");
        meter.CreateObservableUpDownCounter("fastmd.process.memory.usage", static () => Environment.WorkingSet, "By", "Resident memory of the process.");
    }

    public bool HearDocuments
        => _documents.Enabled || _input.Enabled || _output.Enabled || _duration.Enabled || _queueWait.Enabled || _retries.Enabled;

    public void Record(in DocumentMeasurement document)
    {
        if (_documents.Enabled)
        {
            _documents.Add(1, Status(document), Format(document), Tier(document));
        }

        if (_input.Enabled)
        {
            _input.Add(document.InputBytes, Format(document), Tier(document));
        }

        if (_output.Enabled)
        {
            _output.Add(document.OutputBytes, Format(document), Tier(document));
        }

        if (document.Attempts > 0)
        {
            RecordAttempts(document);
        }
    }

    public void CacheHit(string cache)
    {
        if (_cacheHits.Enabled)
        {
            _cacheHits.Add(1, Cache(cache));
        }
    }

    public void CacheMiss(string cache)
    {
        if (_cacheMisses.Enabled)
        {
            _cacheMisses.Add(1, Cache(cache));
        }
    }

    /// <summary>Recorded only for documents that were attempted; zeros of the others would distort the distributions.</summary>
    private void RecordAttempts(in DocumentMeasurement document)
    {
        if (_duration.Enabled)
        {
            _duration.Record(document.Duration.TotalSeconds, Status(document), Format(document), Tier(document));
        }

        if (_queueWait.Enabled)
        {
            _queueWait.Record(document.QueueWait.TotalSeconds, Tier(document));
        }

        if (document.Attempts > 1 && _retries.Enabled)
        {
            _retries.Add(document.Attempts - 1, Format(document), Tier(document));
        }
    }

    private static KeyValuePair<string, object?> Status(in DocumentMeasurement document) => new(TelemetryAttributes.Status, document.Status);

    private static KeyValuePair<string, object?> Format(in DocumentMeasurement document) => new(TelemetryAttributes.Format, document.Format);

    private static KeyValuePair<string, object?> Tier(in DocumentMeasurement document) => new(TelemetryAttributes.Tier, document.Tier);

    private static KeyValuePair<string, object?> Cache(string name) => new(TelemetryAttributes.CacheName, name);
}

/// <summary>What is recorded of one document once it has its outcome.</summary>
/// <param name="Status">What became of it, as <see cref="AttributeValue"/> writes it.</param>
/// <param name="Format">Its kind, as <see cref="AttributeValue"/> writes it.</param>
/// <param name="Tier">The class of its size, as <see cref="AttributeValue"/> writes it.</param>
/// <param name="InputBytes">Bytes read.</param>
/// <param name="OutputBytes">Bytes of the output.</param>
/// <param name="Duration">How long the last attempt took.</param>
/// <param name="QueueWait">How long it waited, admitted, for a worker to begin it.</param>
/// <param name="Attempts">How often it was tried; 0 where it never was.</param>
internal readonly record struct DocumentMeasurement(
    string Status,
    string Format,
    string Tier,
    long InputBytes,
    long OutputBytes,
    TimeSpan Duration,
    TimeSpan QueueWait,
    int Attempts);
