using System.Diagnostics;
using OpenTelemetry;

namespace FastMd.Cli.Telemetry;

/// <summary>Spans that wait to be sent. The library drops what finds no room; this one knows how many.</summary>
internal sealed class SpanQueue(SpanExporter sender)
    : BatchActivityExportProcessor(sender, MaximumSpans, DelayMilliseconds, maxExportBatchSize: SpansPerRequest)
{
    // Two spans a document and thousands of documents a second: a few seconds' worth, in some twenty megabytes.
    private const int MaximumSpans = 16_384;
    private const int SpansPerRequest = 2_048;
    private const int DelayMilliseconds = 1_000;

    private long _ended;

    public long Ended => Interlocked.Read(ref _ended);

    public long Lost => Ended - sender.Sent;

    public override void OnEnd(Activity data)
    {
        if (data.Recorded)
        {
            Interlocked.Increment(ref _ended);
        }

        base.OnEnd(data);
    }
}
