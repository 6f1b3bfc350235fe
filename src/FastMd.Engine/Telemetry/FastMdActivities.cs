using System.Diagnostics;

namespace FastMd.Engine.Telemetry;

/// <summary>
/// The spans of the process, from a source named <c>FastMd</c>: a batch, its documents, the attempts at each. Parents are passed explicitly rather
/// than taken from the thread, because a document may begin on one thread and be abandoned on another; for the same reason no span becomes <see
/// cref="Activity.Current"/>. Without a listener, or if a sampler drops the batch, every member accepts and returns null and allocates nothing.
/// </summary>
internal static class FastMdActivities
{
    /// <summary>The source's name, by which a listener asks for it.</summary>
    public const string Name = "FastMd";

    /// <summary>The span of a batch.</summary>
    public const string Batch = "batch";

    /// <summary>The span of a document, child of its batch.</summary>
    public const string Document = "document";

    /// <summary>The span of one attempt at a document, child of the document.</summary>
    public const string Attempt = "attempt";

    private static readonly object Gate = new();

    private static volatile ActivitySource? _source;

    /// <summary>A batch begins: a child of the caller's current activity, where it has one.</summary>
    public static Activity? StartBatch() => _source?.HasListeners() == true ? Start(_source, Batch, default) : null;

    /// <summary>A document is begun.</summary>
    /// <param name="batch">Its batch.</param>
    /// <param name="path">Path or name of the source.</param>
    /// <param name="format">Its kind, as <see cref="AttributeValue"/> writes it.</param>
    /// <param name="tier">The class of its size, as <see cref="AttributeValue"/> writes it.</param>
    /// <param name="inputBytes">Bytes of the source.</param>
    public static Activity? StartDocument(Activity? batch, string path, string format, string tier, long inputBytes)
    {
        var document = batch is null ? null : Start(batch.Source, Document, batch.Context);
        if (document is { IsAllDataRequested: true })
        {
            document.SetTag(TelemetryAttributes.Path, path);
            document.SetTag(TelemetryAttributes.Format, format);
            document.SetTag(TelemetryAttributes.Tier, tier);
            document.SetTag(TelemetryAttributes.InputSize, inputBytes);
        }

        return document;
    }

    /// <summary>A document is tried.</summary>
    /// <param name="document">The document's span.</param>
    /// <param name="number">Which attempt it is, from 1.</param>
    public static Activity? StartAttempt(Activity? document, int number)
    {
        var attempt = document is null ? null : Start(document.Source, Attempt, document.Context);
        if (attempt is { IsAllDataRequested: true })
        {
            attempt.SetTag(TelemetryAttributes.AttemptNumber, number);
        }

        return attempt;
    }

    /// <summary>Something failed; it is still to be ended.</summary>
    /// <param name="activity">What failed.</param>
    /// <param name="code">The code of the diagnostic that says why.</param>
    /// <param name="description">The same for a person.</param>
    /// <param name="exception">The exception behind it, recorded as an event; null where there is none.</param>
    public static void Fail(Activity? activity, string code, string description, Exception? exception = null)
    {
        if (activity is not { IsAllDataRequested: true })
        {
            return;
        }

        activity.SetTag(TelemetryAttributes.ErrorType, code);
        activity.SetStatus(ActivityStatusCode.Error, description);
        if (exception is not null)
        {
            activity.AddException(exception);
        }
    }

    /// <summary>A document or attempt has its outcome, on whatever thread.</summary>
    /// <param name="activity">The document or attempt.</param>
    /// <param name="status">What became of it, as <see cref="AttributeValue"/> writes it.</param>
    /// <param name="outputBytes">Bytes of the output.</param>
    public static void End(Activity? activity, string status, long outputBytes = 0)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryAttributes.Status, status);
            activity.SetTag(TelemetryAttributes.OutputSize, outputBytes);
        }

        End(activity);
    }

    /// <summary>Something is over, on whatever thread.</summary>
    public static void End(Activity? activity)
    {
        if (activity is null)
        {
            return;
        }

        var current = Activity.Current;
        activity.Stop();
        Activity.Current = current;
    }

    internal static void Open()
    {
        lock (Gate)
        {
            _source ??= new(Name, EngineVersion.Text);
        }
    }

    private static Activity? Start(ActivitySource source, string name, ActivityContext parent)
    {
        var current = Activity.Current;
        var activity = source.StartActivity(name, ActivityKind.Internal, parent);
        Activity.Current = current;
        return activity;
    }
}
