using System.Collections.Concurrent;
using System.Diagnostics;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Telemetry;

namespace FastMd.Engine.Jobs.Running;

/// <summary>The spans of a job, where an ActivityListener samples them: the batch, its documents, their attempts.</summary>
internal sealed class JobSpans(Activity batch)
{
    private readonly ConcurrentDictionary<long, (Activity? Document, Activity? Attempt)> _open = new();

    /// <summary>Spans for a batch that begins now; null where no listener samples them.</summary>
    public static JobSpans? Start() => FastMdActivities.StartBatch() is { } batch ? new(batch) : null;

    public void Started(PlannedDocument document, SizeTier tier, Attempt attempt)
    {
        var span = _open.TryGetValue(document.Index, out var open)
            ? open.Document
            : FastMdActivities.StartDocument(
                batch, document.Source.Name, AttributeValue.Of(document.Source.Format), AttributeValue.Of(tier), document.Source.Length);
        _open[document.Index] = (span, FastMdActivities.StartAttempt(span, attempt.Number));
    }

    public void Retrying(PlannedDocument document, Exception reason)
    {
        if (_open.TryGetValue(document.Index, out var open))
        {
            var code = (reason as DocumentException)?.Diagnostic.Code ?? DiagnosticCodes.UnexpectedFailure;
            FastMdActivities.Fail(open.Attempt, code, reason.Message, reason);
            FastMdActivities.End(open.Attempt, AttributeValue.Of(ConversionStatus.Failed));
        }
    }

    public void Completed(PlannedDocument document, ConversionResult result)
    {
        if (!_open.TryRemove(document.Index, out var open))
        {
            return;
        }

        var status = AttributeValue.Of(result.Status);
        foreach (var span in (Activity?[])[open.Attempt, open.Document])
        {
            if (result.Status is not (ConversionStatus.Converted or ConversionStatus.Unchanged) && result.Diagnostics is [.., var reason])
            {
                FastMdActivities.Fail(span, reason.Code, reason.Message);
            }

            FastMdActivities.End(span, status, result.OutputBytes);
        }
    }

    /// <summary>The batch is over.</summary>
    public void End() => FastMdActivities.End(batch);
}
