using System.Diagnostics.Metrics;

namespace FastMd.Engine.Telemetry;

/// <summary>
/// The meter of the process, named <c>FastMd</c>: all batches record into it, and its gauges are the sums over those that are running.
/// While nobody listens, recording costs a few nanoseconds and allocates nothing.
/// </summary>
public static class FastMdMeter
{
    /// <summary>The meter's name, by which a listener asks for it.</summary>
    public const string Name = "FastMd";

    private static readonly RunningBatches Batches = new();
    private static readonly Meter Meter = new(Name, EngineVersion.Text);

    // From a page that is a tenth of a millisecond's work to a document at its time limit.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    };

    private static readonly Counter<long> Documents = Meter.CreateCounter<long>(
        "fastmd.documents", "{document}", "Documents that have their outcome.");

    private static readonly Counter<long> Input = Meter.CreateCounter<long>(
        "fastmd.document.input", "By", "Bytes read of documents.");

    private static readonly Counter<long> Output = Meter.CreateCounter<long>(
        "fastmd.document.output", "By", "Bytes of the outputs of documents.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "fastmd.document.duration", "s", "How long the last attempt at a document took.", tags: null, Seconds);

    private static readonly Histogram<double> QueueWait = Meter.CreateHistogram(
        "fastmd.document.queue_wait", "s", "How long a document waited for a worker.", tags: null, Seconds);

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "fastmd.document.retries", "{retry}", "Attempts at documents beyond the first.");

    private static readonly Counter<long> CacheHits = Meter.CreateCounter<long>(
        "fastmd.cache.hits", "{hit}", "Questions that a cache answered.");

    private static readonly Counter<long> CacheMisses = Meter.CreateCounter<long>(
        "fastmd.cache.misses", "{miss}", "Questions that a cache could not answer.");

    static FastMdMeter()
    {
        Meter.CreateObservableUpDownCounter(
            "fastmd.workers", Batches.Workers, "{worker}", "Workers of the batches that are running.");
        Meter.CreateObservableUpDownCounter(
            "fastmd.window.usage", Batches.WindowBytes, "By", "Bytes that the documents in hand are charged with.");
        Meter.CreateObservableUpDownCounter(
            "fastmd.process.memory.usage", static () => Environment.WorkingSet, "By", "Resident memory of the process.");
    }

    /// <summary>Makes a batch count in the gauges until what is returned is disposed.</summary>
    public static IDisposable Register(IBatchGauges batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Batches.Add(batch);
    }

    /// <summary>A document has its outcome.</summary>
    public static void Record(in DocumentMeasurement document)
    {
        if (Documents.Enabled)
        {
            Documents.Add(1, Status(document), Format(document), Tier(document));
        }

        if (Input.Enabled)
        {
            Input.Add(document.InputBytes, Format(document), Tier(document));
        }

        if (Output.Enabled)
        {
            Output.Add(document.OutputBytes, Format(document), Tier(document));
        }

        if (document.Attempts > 0)
        {
            RecordAttempts(document);
        }
    }

    /// <summary>A cache had the answer.</summary>
    /// <param name="cache">Which cache, such as <c>build_state</c>.</param>
    public static void CacheHit(string cache)
    {
        if (CacheHits.Enabled)
        {
            CacheHits.Add(1, Cache(cache));
        }
    }

    /// <summary>A cache did not have the answer.</summary>
    /// <param name="cache">Which cache, such as <c>build_state</c>.</param>
    public static void CacheMiss(string cache)
    {
        if (CacheMisses.Enabled)
        {
            CacheMisses.Add(1, Cache(cache));
        }
    }

    /// <summary>What is known only of a document that was tried: zeros of others would spoil the distributions.</summary>
    private static void RecordAttempts(in DocumentMeasurement document)
    {
        if (Duration.Enabled)
        {
            Duration.Record(document.Duration.TotalSeconds, Status(document), Format(document), Tier(document));
        }

        if (QueueWait.Enabled)
        {
            QueueWait.Record(document.QueueWait.TotalSeconds, Tier(document));
        }

        if (document.Attempts > 1 && Retries.Enabled)
        {
            Retries.Add(document.Attempts - 1, Format(document), Tier(document));
        }
    }

    private static KeyValuePair<string, object?> Status(in DocumentMeasurement document) => new(TelemetryAttributes.Status, document.Status);

    private static KeyValuePair<string, object?> Format(in DocumentMeasurement document) => new(TelemetryAttributes.Format, document.Format);

    private static KeyValuePair<string, object?> Tier(in DocumentMeasurement document) => new(TelemetryAttributes.Tier, document.Tier);

    private static KeyValuePair<string, object?> Cache(string name) => new(TelemetryAttributes.CacheName, name);
}
