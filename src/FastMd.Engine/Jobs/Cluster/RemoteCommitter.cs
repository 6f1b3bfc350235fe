using System.Collections.Concurrent;
using FastMd.Engine.Configuration;
using FastMd.Engine.Coordination;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Committing;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>
/// Writes outputs for a job that another machine published, and keeps what there is to say of each until its result comes out. Records nothing: who
/// published the job does.
/// </summary>
/// <param name="tree">The destination.</param>
/// <param name="claims">Knows which documents are still this worker's.</param>
/// <param name="files">How outputs get to whoever published the job.</param>
/// <param name="found">Calls what was found by its names there.</param>
internal sealed class RemoteCommitter(OutputTree tree, IWorkClaims claims, ClusterFiles files, FoundPaths found) : IDocumentCommitter
{
    private readonly ConcurrentDictionary<long, RemoteDocument> _documents = new();
    private readonly ConcurrentDictionary<long, RemoteOutcome> _outcomes = new();
    private readonly ConcurrentDictionary<string, (FileStamp? Stamp, ContentHash Hash)> _containers = new(PathRules.Comparer);

    /// <summary>A document is about to be converted.</summary>
    public void Add(RemoteDocument document) => _documents[document.Work.Index] = document;

    /// <summary>What there is to say of a document that has its result.</summary>
    public ItemOutcome Take(ConversionResult result)
    {
        _documents.TryRemove(result.Index, out _);
        if (_outcomes.TryRemove(result.Index, out var outcome) && result.IsDone)
        {
            outcome = outcome with { WriteTime = result.Stages.Write };
        }
        else
        {
            var reason = result.Diagnostics[^1];
            if (reason.Code is DiagnosticCodes.SourceDiffers or DiagnosticCodes.SourceNotFound or DiagnosticCodes.ClaimLost)
            {
                // Another worker may do better.
                return new(new(reason.Code, $"'{result.SourcePath}': {reason.Message}"), IsFinal: false);
            }

            outcome = new() { Status = result.Status, Reason = found.Of(reason) };
        }

        return new() { Facts = (outcome with { Duration = result.Duration, Attempts = result.Attempts, QueueWait = result.QueueWait }).Write() };
    }

    /// <inheritdoc/>
    public DocumentWork WorkFor(PlannedDocument document) => _documents[document.Index].Work;

    /// <inheritdoc/>
    public ConversionResult Commit(PlannedDocument document, ExecutedDocument executed, Attempt attempt)
    {
        var remote = _documents[document.Index];
        CheckSource(remote, executed);
        var converted = ConversionResult.Converted(document, executed, attempt);
        var outcome = new RemoteOutcome { Status = ConversionStatus.Converted, Executed = found.Of(executed) };
        if (!executed.IsCurrent)
        {
            var content = executed.Content!;
            outcome = outcome with { OutputLength = content.Length, OutputHash = content.Hash(), IsForeign = remote.IsForeign };
            if (files == ClusterFiles.Store)
            {
                outcome = outcome with { Content = content.ReadBytes().ToArray() };
            }
            else
            {
                Write(document, remote, content, attempt);
            }
        }

        _outcomes[document.Index] = outcome;
        return converted;
    }

    /// <inheritdoc/>
    public ConversionResult Unchanged(PlannedDocument document) => throw new InvalidOperationException("Who published the job settles what is unchanged.");

    private void Write(PlannedDocument document, RemoteDocument remote, OutputContent content, Attempt attempt)
    {
        if (remote.IsForeign)
        {
            _ = ForeignFiles.Holds(document.OutputPath!, content.Length, content.Hash) ? true : throw ForeignFiles.Refusal(document.OutputPath!);
            return;
        }

        // Asked when only the last step is left: a worker that was stopped for long must not put an old output in the place of a new one.
        if (!content.WriteTo(tree, document.OutputPath!, () => claims.Holds((int)document.Index) && attempt.TryCommit(), attempt.Cancellation))
        {
            throw new DocumentException(Diagnostic.Error(DiagnosticCodes.ClaimLost, "Another worker took the document over, because this one said nothing for longer than a claim lasts."));
        }
    }

    private void CheckSource(RemoteDocument remote, ExecutedDocument executed)
    {
        // Of a part the hash of its own text is known here, and that of its file there.
        var hash = remote.Work.Source.Part is null ? executed.Source.Hash : HashOf(remote.Work.Source.Path!);
        if (hash != remote.Hash)
        {
            throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.SourceDiffers, $"The source is not what it was where the job was published, or changed since: hash {hash.Hex} here and {remote.Hash.Hex} there"));
        }
    }

    private ContentHash HashOf(string path)
    {
        var stamp = FileStamp.Of(path);
        if (!_containers.TryGetValue(path, out var known) || known.Stamp != stamp)
        {
            known = _containers[path] = (stamp, ContentHash.OfFile(path));
        }

        return known.Hash;
    }
}
