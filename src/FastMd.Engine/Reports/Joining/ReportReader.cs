using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;
using static FastMd.Engine.Reports.JsonReading;

namespace FastMd.Engine.Reports.Joining;

/// <summary>Reads a report that was written as JSON.</summary>
internal static class ReportReader
{
    /// <summary>Reads one.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <exception cref="InvalidDataException">It is none of this version's form.</exception>
    public static BatchReport Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            return Read(json.RootElement);
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(foreign.Message, foreign);
        }
    }

    /// <summary>Reads one that is part of something else.</summary>
    /// <exception cref="InvalidDataException">It was written by another version.</exception>
    public static BatchReport Read(JsonElement report) => report.GetProperty("schemaVersion").GetInt32() == ReportJson.SchemaVersion
        ? Report(report)
        : throw new InvalidDataException("it was written by another version");

    private static BatchReport Report(JsonElement json)
    {
        var (documents, throughput, workers, retries) = (json.GetProperty("documents"), json.GetProperty("throughput"), json.GetProperty("workers"), json.GetProperty("retries"));
        return new()
        {
            Started = Moment(json, "startedUtc"),
            Elapsed = Time(json, "elapsedMs"),
            Version = Text(json, "version"),
            Documents = new(Number(documents, "converted"), Number(documents, "unchanged"), Number(documents, "failed"), Number(documents, "timedOut"), Number(documents, "cancelled")),
            InputBytes = Number(json, "inputBytes"),
            OutputBytes = Number(json, "outputBytes"),
            Pages = json.TryGetProperty("pages", out _) ? Number(json, "pages") : Number(documents, "converted"),
            Throughput = new(Real(throughput, "documentsPerMinute") ?? 0, Real(throughput, "pagesPerSecond") ?? 0, Real(throughput, "megabytesPerSecond") ?? 0),
            Latency = DistributionIn(json.GetProperty("latency")),
            QueueWait = DistributionIn(json.GetProperty("queueWait")),
            Stages = StagesIn(json),
            Tiers = Items(json, "tiers", static tier => new TierSummary(
                Name<SizeTier>(tier, "tier"), Number(tier, "documents"), Number(tier, "inputBytes"), Time(tier, "timeMs"), Time(tier, "p95Ms"))),
            Workers = new(Few(workers, "atStart"), Few(workers, "most"), Time(workers, "busyMs"), Time(workers, "allowedMs"), Real(workers, "utilisation")),
            Diagnostics = Items(json, "diagnostics", static one => new DiagnosticCount(
                Text(one, "code"), Name<DiagnosticSeverity>(one, "severity"), Number(one, "count"), Number(one, "documents"), Real(one, "rate") ?? 0)),
            Formats = Items(json, "formats", static format => new FormatSummary(Text(format, "extension"), Number(format, "documents"), Number(format, "failed"))),
            Retries = new(Number(retries, "documents"), Number(retries, "attempts")),
            Caches = Items(json, "caches", static cache => new CacheStatistics(Text(cache, "name"), Number(cache, "hits"), Number(cache, "misses"), Number(cache, "entries"))),
            PeakResidentBytes = Number(json, "peakResidentBytes"),
            Scaling = ExcerptIn(json, "scaling", static one => new ScalingDecision(
                Time(one, "atMs"), Real(one, "from") ?? 0, Real(one, "to") ?? 0, Name<ScalingReason>(one, "reason"), Text(one, "explanation"))),
            Alerts = ExcerptIn(json, "alerts", static one => new Alert(Text(one, "name"), Text(one, "message"), Time(one, "atMs"))),
            Failures = ExcerptIn(json, "failures", static one => new Failure(
                Text(one, "path"), Name<ConversionStatus>(one, "status"), Whole(one, "line"), Whole(one, "column"), Text(one, "code"), Text(one, "message"))),
            Slowest = Items(json, "slowest", static one => new SlowDocument(
                Text(one, "path"), Name<ConversionStatus>(one, "status"), Name<SizeTier>(one, "tier"), Number(one, "inputBytes"), Time(one, "durationMs"), StagesIn(one))),
            Timeline = Items(json, "timeline", Point),
        };
    }

    private static TimelinePoint Point(JsonElement json) => new()
    {
        At = Time(json, "atMs"),
        Completed = Number(json, "completed"),
        Pages = LaterNumber(json, "pages") ?? 0,
        InputBytes = Number(json, "inputBytes"),
        DocumentsPerSecond = Real(json, "documentsPerSecond") ?? 0,
        PagesPerSecond = LaterReal(json, "pagesPerSecond") ?? 0,
        MegabytesPerSecond = Real(json, "megabytesPerSecond") ?? 0,
        WorkersActive = Real(json, "workersActive") ?? 0,
        WorkersAllowed = Real(json, "workersAllowed") ?? 0,
        WorkingBytes = Number(json, "workingBytes"),
        WorkingBytesLimit = Number(json, "workingBytesLimit"),
        Waiting = Number(json, "waiting"),
        Parked = Number(json, "parked"),
        ResidentBytes = Number(json, "residentBytes"),
        Cpu = Real(json, "cpu"),
        OpenFiles = LaterWhole(json, "openFiles"),
    };

    private static Distribution DistributionIn(JsonElement json) => new(
        Number(json, "documents"),
        Time(json, "p50Ms"),
        Time(json, "p95Ms"),
        Time(json, "p99Ms"),
        Time(json, "maximumMs"),
        Items(json, "buckets", static bucket => new DistributionBucket(Time(bucket, "fromMs"), Time(bucket, "toMs"), Number(bucket, "documents"))));

    private static StageTimes StagesIn(JsonElement json)
    {
        var stages = json.GetProperty("stages");
        return new(Time(stages, "readMs"), Time(stages, "decodeMs"), Time(stages, "parseMs"), Time(stages, "renderMs"), Time(stages, "writeMs"));
    }

    private static Excerpt<T> ExcerptIn<T>(JsonElement json, string name, Func<JsonElement, T> read)
        => new(Number(json.GetProperty(name), "count"), Items(json.GetProperty(name), "items", read));
}
