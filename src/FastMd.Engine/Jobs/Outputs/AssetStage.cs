using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>
/// Copies the files that documents reference, once all documents are done: so the first document in the input decides where two files
/// claim one place, at any degree of parallelism.
/// </summary>
/// <param name="map">Where files go.</param>
/// <param name="tree">The destination.</param>
/// <param name="state">What earlier runs left there, and where this one is recorded.</param>
/// <param name="planner">Knows the places that are taken.</param>
/// <param name="places">Says which files may be copied.</param>
/// <param name="workers">How many files are copied at once.</param>
/// <param name="timeLimitOf">Time after which a file of a size is given up; zero or less means never.</param>
internal sealed class AssetStage(
    OutputMap map, OutputTree tree, DestinationState state, ConversionPlanner planner, AssetPlaces places, int workers,
    Func<long, TimeSpan> timeLimitOf) : IResultConsumer
{
    private readonly List<Reference> _references = [];

    /// <inheritdoc/>
    public void Consume(ConversionResult result)
    {
        if (result is not { Assets.Count: > 0, BasePath: { } basePath, Document.Path: { } path })
        {
            return;
        }

        // What does not lie there stays where it is, as files outside the base path do.
        var surroundings = map.SurroundingsOf(path, basePath);
        var assets = surroundings == basePath ? result.Assets : [.. result.Assets.Where(asset => PathRules.IsWithin(asset, surroundings))];
        _references.Add(new(result.Index, result.SourcePath, surroundings, assets));
    }

    /// <summary>Copies what is not there yet.</summary>
    /// <param name="onFailure">Receives the path of the first document that refers to a file that could not be copied, and why.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Run(Action<string, Diagnostic> onFailure, CancellationToken cancellation)
    {
        var copies = new List<Copying>();
        foreach (var reference in _references.OrderBy(reference => reference.Index))
        {
            foreach (var asset in reference.Assets)
            {
                try
                {
                    if (Place(asset, reference.BasePath) is { } target)
                    {
                        copies.Add(new(new(asset, reference.BasePath, OutputKind.Asset), target, reference.Document));
                    }
                }
                catch (DocumentException refused)
                {
                    onFailure(reference.Document, NotCopied(asset, refused.Diagnostic.Message));
                }
            }
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation };
        if (copies.Count > 0)
        {
            Parallel.ForEach(copies, options, copy => Copy(copy, onFailure, cancellation));
        }
    }

    private static Diagnostic NotCopied(string asset, string reason)
        => Diagnostic.Error(DiagnosticCodes.AssetNotCopied, $"'{asset}' was not copied along: {reason}");

    /// <summary>Where a file goes; null where it is there, or on its way there.</summary>
    private string? Place(string asset, string basePath)
    {
        var target = map.CopyOf(asset, basePath);
        return !PathRules.Comparer.Equals(target, asset) && planner.ClaimFor(asset, target, basePath) && !places.IsOneFile(asset, target, basePath) ? target : null;
    }

    private void Copy(Copying copy, Action<string, Diagnostic> onFailure, CancellationToken cancellation)
    {
        using var limited = Limited(copy.Origin.Source, cancellation);
        try
        {
            if (!IsThere(copy, limited.Token))
            {
                Write(copy, limited.Token);
            }
        }
        catch (DocumentException failure)
        {
            onFailure(copy.Document, NotCopied(copy.Origin.Source, failure.Diagnostic.Message));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            onFailure(copy.Document, NotCopied(copy.Origin.Source, "it took longer than its time limit; raise timeoutSeconds, or make it smaller."));
        }
        catch (OperationCanceledException)
        {
            // By its own token the loop knows that it was cancelled; another's would be a failure to it.
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            onFailure(copy.Document, NotCopied(copy.Origin.Source, failure.Message));
        }
    }

    /// <summary>A file may take what a document of its size may.</summary>
    private CancellationTokenSource Limited(string asset, CancellationToken cancellation)
    {
        var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var limit = timeLimitOf(FileStamp.Of(asset)?.Length ?? 0);
        if (limit > TimeSpan.Zero && limit.TotalMilliseconds < int.MaxValue)
        {
            limited.CancelAfter(limit);
        }

        return limited;
    }

    private bool IsThere(Copying copy, CancellationToken cancellation)
    {
        var (asset, target) = (copy.Origin.Source, copy.Target);
        if (state.Recorded is not { } recorded)
        {
            return places.IsUsers(copy.Origin, target, cancellation) || AssetPlaces.HasSameContent(asset, target, cancellation);
        }

        var freshness = recorded.Check(copy.Origin, target);
        if (freshness.Record is null)
        {
            return places.IsUsers(copy.Origin, target, cancellation)
                || (AssetPlaces.HasSameContent(asset, target, cancellation) && TakesOver(copy, cancellation));
        }

        return freshness.IsCurrent
            || (freshness.Reason is null
                && FileStamp.Of(asset) is { } stamp
                && recorded.Confirm(freshness, ContentHash.OfFile(asset, cancellation), stamp) is null);
    }

    /// <summary>Records a file that had the right content already: it is updated when its source changes, and never pruned.</summary>
    private bool TakesOver(Copying copy, CancellationToken cancellation)
    {
        Announce(copy, isFound: true, cancellation)?.Confirm();
        return true;
    }

    private AnnouncedOutput? Announce(Copying copy, bool isFound, CancellationToken cancellation)
    {
        if (state.Recorded is null || FileStamp.Of(copy.Origin.Source) is not { } stamp)
        {
            return null;
        }

        // A source that changes between here and its copy is found to differ by the next run.
        var hash = ContentHash.OfFile(copy.Origin.Source, cancellation);
        return state.Announce(
            copy.Origin with { IsFound = isFound },
            copy.Target,
            new() { SourceStamp = stamp, SourceHash = hash, OutputLength = stamp.Length, OutputHash = hash });
    }

    private void Write(Copying copy, CancellationToken cancellation)
    {
        var record = Announce(copy, isFound: false, cancellation);
        tree.Copy(copy.Origin.Source, copy.Target, cancellation);
        record?.Confirm();
    }

    private sealed record Reference(long Index, string Document, string BasePath, IReadOnlyList<string> Assets);

    private sealed record Copying(OutputOrigin Origin, string Target, string Document);
}
