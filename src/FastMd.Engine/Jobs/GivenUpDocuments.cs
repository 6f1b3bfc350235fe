using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs;

/// <summary>
/// The documents that the jobs of one process gave up at their time limit. A job that knows them does not try them again until they, or
/// what they are converted by, change: each attempt costs the time limit, and the processor for as long.
/// </summary>
public sealed class GivenUpDocuments
{
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, BuildFingerprint By, TimeSpan Limit)> _documents = new(PathRules.Comparer);

    /// <summary>A document came to its end, or to that of its time.</summary>
    internal void Completed(PlannedDocument document, ConversionResult result, JobOptions options)
    {
        if (document.Source.Path is not { } path)
        {
            return;
        }

        if (result.Status == ConversionStatus.TimedOut && StampOf(document) is { } stamp)
        {
            _documents[path] = (stamp, JobFingerprint.Of(options), LimitOf(document, options));
        }
        else if (result.IsDone)
        {
            _documents.TryRemove(path, out _);
        }
    }

    /// <summary>Why a document is not tried again; null where it is tried.</summary>
    internal Diagnostic? Refusal(PlannedDocument document, JobOptions options)
        => document.Source.Path is { } path
            && _documents.TryGetValue(path, out var known)
            && known == (StampOf(document), JobFingerprint.Of(options), LimitOf(document, options))
                ? Diagnostic.Error(
                    DiagnosticCodes.TimedOut,
                    "The document was given up at its time limit before, and is not tried again until it changes; split it, or allow more time with -TimeoutSec or --timeout.")
                : null;

    private static FileStamp? StampOf(PlannedDocument document) => document.Source.Stamp ?? FileStamp.Of(document.Source.Path!);

    private static TimeSpan LimitOf(PlannedDocument document, JobOptions options) => options.Batch.TimeLimitOfSize(document.Source.Length);
}
