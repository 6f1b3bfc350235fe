using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Pipeline.Committing;

/// <summary>Writes outputs to a destination, and records what each depends on.</summary>
/// <param name="tree">The destination.</param>
/// <param name="state">What earlier runs left there, and where this one is recorded.</param>
/// <param name="foreign">Tells files of people, which are not replaced; null where all files there are outputs.</param>
/// <param name="frontMatterOf">Reads the front matter of a document that was not converted.</param>
internal sealed class DocumentCommitter(
    OutputTree tree, DestinationState? state = null, ForeignFiles? foreign = null, Func<DocumentSource, IReadOnlyDictionary<string, object?>?>? frontMatterOf = null)
    : IDocumentCommitter
{
    private readonly DestinationState _state = state ?? DestinationState.None;

    /// <inheritdoc/>
    public DocumentWork WorkFor(PlannedDocument document)
    {
        var work = DocumentWork.Of(document, tree.Destination);
        return document.Freshness is { Record: { } record, Reason: null } freshness && _state.Recorded!.IsOutputIntact(freshness)
            ? work with { Current = record.SourceHash }
            : work;
    }

    /// <inheritdoc/>
    public ConversionResult Commit(PlannedDocument document, ExecutedDocument executed, Attempt attempt)
    {
        if (executed.IsCurrent)
        {
            _state.Recorded!.Renew(document.Freshness!.Record!, executed.Source.Stamp!);
            return Unchanged(document, attempt);
        }

        var converted = ConversionResult.Converted(document, executed, attempt);
        if (executed.HasInclusions && IsThere(document, executed.Content!))
        {
            // What it includes is looked at by each run; the file is written only where that changed.
            if (!attempt.TryCommit())
            {
                throw new OperationCanceledException(attempt.Cancellation);
            }

            Announce(document, executed, executed.Content!)?.Confirm();
            return converted with { Status = ConversionStatus.Unchanged };
        }

        Write(document, executed, attempt);
        return converted with { Reason = ReasonFor(document, executed.Source) };
    }

    /// <inheritdoc/>
    public ConversionResult Unchanged(PlannedDocument document) => Unchanged(document, attempt: null);

    private static string? ReasonFor(PlannedDocument document, SourceFacts source) => document.Freshness switch
    {
        { Record: { } record, Reason: null } when source.Stamp is not null => source.Hash != record.SourceHash ? StaleReasons.SourceChanged : StaleReasons.OutputChanged,
        var freshness => freshness?.Reason,
    };

    /// <summary>What the output of a document is made from.</summary>
    internal static OutputOrigin OriginOf(PlannedDocument document)
        => new(document.Source.Path!, document.BasePath!, document.Kind, document.Source.Part ?? "");

    private ConversionResult Unchanged(PlannedDocument document, Attempt? attempt)
        => ConversionResult.Unchanged(document, document.Freshness!.Record!, () => frontMatterOf?.Invoke(document.Source), attempt);

    /// <summary>Whether the output is there as it would be written, and was written by FastMd.</summary>
    private static bool IsThere(PlannedDocument document, OutputContent content)
        => document.Freshness is { Record: { } record } freshness
            && (freshness.Reason is null || freshness.Reason == StaleReasons.SourceChanged)
            && record.OutputLength == content.Length
            && content.Hash() is var hash && record.OutputHash == hash
            && ForeignFiles.Holds(document.OutputPath!, content.Length, () => hash);

    private void Write(PlannedDocument document, ExecutedDocument executed, Attempt attempt)
    {
        var path = document.OutputPath!;
        var content = executed.Content!;
        if (IsForeignCopy(path, document, content))
        {
            if (!attempt.TryCommit())
            {
                throw new OperationCanceledException(attempt.Cancellation);
            }

            return;
        }

        var record = Announce(document, executed, content);
        if (!content.WriteTo(tree, path, attempt.TryCommit, attempt.Cancellation))
        {
            throw new OperationCanceledException(attempt.Cancellation);
        }

        record?.Confirm();
    }

    private AnnouncedOutput? Announce(PlannedDocument document, ExecutedDocument executed, OutputContent content)
    {
        // A file that changed while it was read is converted again by the next run.
        return executed.Source.Stamp is { } stamp && document is { BasePath: not null, Source.Path: not null }
            ? _state.Announce(OriginOf(document), document.OutputPath!, new()
            {
                SourceStamp = stamp,
                SourceHash = executed.Source.Hash,
                OutputLength = content.Length,
                OutputHash = content.Hash(),
                Title = executed.Title,
                HasFrontMatter = executed.FrontMatter is not null,
                LookedUp = LookedUp.Of(executed.Lookups, executed.Assets),
                Links = executed.Links,
                Diagnostics = executed.Diagnostics,
            })
            : null;
    }

    /// <summary>Whether a foreign file with the same content is there already: it stays, and stays foreign.</summary>
    /// <exception cref="DocumentException">A foreign file with other content is there.</exception>
    private bool IsForeignCopy(string path, PlannedDocument document, OutputContent content)
        => foreign is not null
            && document.BasePath is { } basePath
            && tree.Existed(Path.GetDirectoryName(path)!)
            && foreign.IsForeign(path, basePath)
            && (ForeignFiles.Holds(path, content.Length, content.Hash) ? true : throw ForeignFiles.Refusal(path));
}
