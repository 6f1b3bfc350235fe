using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Reports;

/// <summary>A report as JSON, for programs. docs/report.md says what each field means.</summary>
internal static class ReportJson
{
    /// <summary>Rises when a field changes its meaning or goes; new fields may come without.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to; it gets UTF-8 without a byte order mark and stays open.</param>
    public static void Write(BatchReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new Utf8JsonWriter(output, Options);
        Write(report, new JsonFields(writer));
    }

    internal static void Write(BatchReport report, JsonFields json) => Write(null, report, json);

    /// <summary>Writes a report as a field of an object; as a value where the field has no name.</summary>
    internal static void Write(string? name, BatchReport report, JsonFields json) => json.Object(name, () => Report(json, report));

    private static void Report(JsonFields json, BatchReport report)
    {
        json.Number("schemaVersion", SchemaVersion);
        json.Text("version", report.Version);
        json.Time("startedUtc", report.Started);
        json.Milliseconds("elapsedMs", report.Elapsed);
        json.Object("documents", () =>
        {
            json.Number("total", report.Documents.Total);
            json.Number("converted", report.Documents.Converted);
            json.Number("unchanged", report.Documents.Unchanged);
            json.Number("failed", report.Documents.Failed);
            json.Number("timedOut", report.Documents.TimedOut);
            json.Number("cancelled", report.Documents.Cancelled);
        });
        json.Number("inputBytes", report.InputBytes);
        json.Number("outputBytes", report.OutputBytes);
        json.Number("pages", report.Pages);
        json.Object("throughput", () =>
        {
            json.Real("documentsPerMinute", report.Throughput.DocumentsPerMinute);
            json.Real("pagesPerSecond", report.Throughput.PagesPerSecond);
            json.Real("pagesPerMinute", report.Throughput.PagesPerSecond * 60);
            json.Real("megabytesPerSecond", report.Throughput.MegabytesPerSecond);
        });
        json.Object("latency", () => Distribution(json, report.Latency));
        json.Object("queueWait", () => Distribution(json, report.QueueWait));
        json.Object("stages", () => Stages(json, report.Stages));
        json.Array("tiers", report.Tiers, tier =>
        {
            json.Name("tier", tier.Tier);
            json.Number("documents", tier.Documents);
            json.Number("inputBytes", tier.InputBytes);
            json.Milliseconds("timeMs", tier.Time);
            json.Milliseconds("p95Ms", tier.P95);
        });
        json.Object("workers", () =>
        {
            json.Number("atStart", report.Workers.AtStart);
            json.Number("most", report.Workers.Most);
            json.Milliseconds("busyMs", report.Workers.BusyTime);
            json.Milliseconds("allowedMs", report.Workers.AllowedTime);
            json.Real("efficiency", report.Workers.Efficiency);
            json.Real("utilisation", report.Workers.Utilisation);
        });
        json.Object("retries", () =>
        {
            json.Number("documents", report.Retries.Documents);
            json.Number("attempts", report.Retries.Attempts);
        });
        json.Array("diagnostics", report.Diagnostics, diagnostic =>
        {
            json.Text("code", diagnostic.Code);
            json.Name("severity", diagnostic.Severity);
            json.Number("count", diagnostic.Count);
            json.Number("documents", diagnostic.Documents);
            json.Real("rate", diagnostic.Rate);
        });
        json.Array("formats", report.Formats, format =>
        {
            json.Text("extension", format.Extension);
            json.Number("documents", format.Documents);
            json.Number("failed", format.Failed);
            json.Real("failureRate", format.FailureRate);
        });
        json.Array("caches", report.Caches, cache =>
        {
            json.Text("name", cache.Name);
            json.Number("hits", cache.Hits);
            json.Number("misses", cache.Misses);
            json.Number("entries", cache.Entries);
            json.Real("hitRate", cache.HitRate);
        });
        json.Number("peakResidentBytes", report.PeakResidentBytes);
        json.Excerpt("scaling", report.Scaling, decision => Decision(json, decision));
        json.Excerpt("alerts", report.Alerts, alert =>
        {
            json.Milliseconds("atMs", alert.At);
            json.Text("name", alert.Name);
            json.Text("message", alert.Message);
        });
        json.Excerpt("failures", report.Failures, failure =>
        {
            json.Text("path", failure.Path);
            json.Name("status", failure.Status);
            json.Number("line", failure.Line);
            json.Number("column", failure.Column);
            json.Text("code", failure.Code);
            json.Text("message", failure.Message);
        });
        json.Array("slowest", report.Slowest, document =>
        {
            json.Text("path", document.Path);
            json.Name("status", document.Status);
            json.Name("tier", document.Tier);
            json.Number("inputBytes", document.InputBytes);
            json.Milliseconds("durationMs", document.Duration);
            json.Object("stages", () => Stages(json, document.Stages));
        });
        json.Array("timeline", report.Timeline, point => Point(json, point));
    }

    private static void Distribution(JsonFields json, Distribution distribution)
    {
        json.Number("documents", distribution.Documents);
        json.Milliseconds("p50Ms", distribution.P50);
        json.Milliseconds("p95Ms", distribution.P95);
        json.Milliseconds("p99Ms", distribution.P99);
        json.Milliseconds("maximumMs", distribution.Maximum);
        json.Array("buckets", distribution.Buckets, bucket =>
        {
            json.Milliseconds("fromMs", bucket.From);
            json.Milliseconds("toMs", bucket.To);
            json.Number("documents", bucket.Documents);
        });
    }

    private static void Stages(JsonFields json, StageTimes stages)
    {
        json.Milliseconds("readMs", stages.Read);
        json.Milliseconds("decodeMs", stages.Decode);
        json.Milliseconds("parseMs", stages.Parse);
        json.Milliseconds("renderMs", stages.Render);
        json.Milliseconds("writeMs", stages.Write);
    }

    private static void Decision(JsonFields json, ScalingDecision decision)
    {
        json.Milliseconds("atMs", decision.At);
        json.Real("from", decision.From);
        json.Real("to", decision.To);
        json.Name("reason", decision.Reason);
        json.Text("explanation", decision.Explanation);
    }

    private static void Point(JsonFields json, TimelinePoint point)
    {
        json.Milliseconds("atMs", point.At);
        json.Number("completed", point.Completed);
        json.Number("pages", point.Pages);
        json.Number("inputBytes", point.InputBytes);
        json.Real("documentsPerSecond", point.DocumentsPerSecond);
        json.Real("pagesPerSecond", point.PagesPerSecond);
        json.Real("megabytesPerSecond", point.MegabytesPerSecond);
        json.Real("workersActive", point.WorkersActive);
        json.Real("workersAllowed", point.WorkersAllowed);
        json.Number("workingBytes", point.WorkingBytes);
        json.Number("workingBytesLimit", point.WorkingBytesLimit);
        json.Number("waiting", point.Waiting);
        json.Number("parked", point.Parked);
        json.Number("residentBytes", point.ResidentBytes);
        json.Real("cpu", point.Cpu);
        json.Whole("openFiles", point.OpenFiles);
    }
}
