using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace FastMd.Cli.Telemetry;

/// <summary>Sends spans, and counts those that arrived.</summary>
internal sealed class SpanExporter(OtlpExporterOptions options) : OtlpTraceExporter(options)
{
    private long _sent;

    public long Sent => Interlocked.Read(ref _sent);

    public override ExportResult Export(in Batch<Activity> activityBatch)
    {
        // A batch can be walked only once, so its size is asked for first.
        var count = activityBatch.Count;
        var result = base.Export(activityBatch);
        if (result == ExportResult.Success)
        {
            Interlocked.Add(ref _sent, count);
        }

        return result;
    }
}
