using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs;

/// <summary>
/// The documents that the jobs of one process gave up at their time limit. A job that knows them does not try them again until they, or
/// what they are converted by, change: each attempt costs the time limit, and the processor for as long.
/// </summary>
internal sealed class GivenUpDocuments
{
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, BuildFingerprint By, TimeSpan Limit)> _documents = new(PathRules.Comparer);

    /// <summary>Records how a document ended.</summary>
    internal void Record(ConversionResult result, JobOptions options)
    {
        if (result.Document is not { Path: not null } source)
        {
            return;
        }

        if (result.Status == ConversionStatus.TimedOut && StampOf(source) is { } stamp)
        {
            _documents[source.Name] = (stamp, JobFingerprint.Of(options), LimitOf(source, options));
        }
        else if (result.IsDone)
        {
            _documents.TryRemove(source.Name, out _);
        }
    }

    /// <summary>Why a document is not tried again; null where it is tried.</summary>
    internal Diagnostic? Refusal(DocumentSource source, JobOptions options)
        => source.Path is not null
            && _documents.TryGetValue(source.Name, out var known)
            && known == (StampOf(source), JobFingerprint.Of(options), LimitOf(source, options))
                ? Diagnostic.Error(
                    DiagnosticCodes.TimedOut,
                    "The document was given up at its time limit before, and is not tried again until it changes; split it, or allow more time with -TimeoutSec or --timeout.")
                : null;

    private static FileStamp? StampOf(DocumentSource source) => source.Stamp ?? FileStamp.Of(source.Path!);

    private static TimeSpan LimitOf(DocumentSource source, JobOptions options) => options.Batch.TimeLimitOfSize(source.Length);
}
