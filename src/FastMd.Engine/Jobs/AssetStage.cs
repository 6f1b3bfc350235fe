using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs;

/// <summary>
/// Copies the files that documents reference, once all documents are done: so the first document in the input decides where two files
/// claim one place, at any degree of parallelism.
/// </summary>
/// <param name="map">Where files go.</param>
/// <param name="tree">The destination.</param>
/// <param name="laterState">What earlier runs left there; null where that is not kept.</param>
/// <param name="planner">Knows the places that are taken.</param>
/// <param name="places">Says which files may be copied.</param>
/// <param name="workers">How many files are copied at once.</param>
/// <param name="timeLimitOf">Time after which a file of a size is given up; zero or less means never.</param>
internal sealed class AssetStage(
    OutputMap map, OutputTree tree, Lazy<BuildState?>? laterState, ConversionPlanner planner, AssetPlaces places, int workers,
    Func<long, TimeSpan> timeLimitOf)
{
    private readonly ConcurrentQueue<Reference> _references = new();

    /// <summary>Takes down what a document references.</summary>
    public void Add(PlannedDocument document, ConversionResult result)
    {
        if (result.Assets.Count == 0 || document is not { BasePath: { } basePath, Source.Path: { } path })
        {
            return;
        }

        // What does not lie there stays where it is, as files outside the base path do.
        var surroundings = map.SurroundingsOf(path, basePath);
        var assets = surroundings == basePath ? result.Assets : [.. result.Assets.Where(asset => PathRules.IsWithin(asset, surroundings))];
        _references.Enqueue(new(document.Index, document.Source.Name, surroundings, assets));
    }

    /// <summary>Copies what is not there yet.</summary>
    /// <param name="onFailure">Told of each file that could not be copied, with the path of the first document that wants it.</param>
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
                        copies.Add(new(new(asset, reference.BasePath, IsAsset: true), target, reference.Document));
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
            Parallel.ForEach(copies, options, copy => Bring(copy, onFailure, cancellation));
        }
    }

    private static Diagnostic NotCopied(string asset, string reason)
        => Diagnostic.Error(DiagnosticCodes.AssetNotCopied, $"'{asset}' was not copied along: {reason}");

    /// <summary>Where a file goes; null where it is there, or on its way there.</summary>
    private string? Place(string asset, string basePath)
    {
        var target = map.CopyOf(asset, basePath);
        return !PathRules.Comparer.Equals(target, asset) && planner.ClaimForAsset(asset, target, basePath) && !places.IsOneFile(asset, target, basePath) ? target : null;
    }

    private void Bring(Copying copy, Action<string, Diagnostic> onFailure, CancellationToken cancellation)
    {
        using var limited = Limited(copy.Origin.Source, cancellation);
        try
        {
            if (!IsThere(copy, limited.Token))
            {
                BringAnew(copy, limited.Token);
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
        if (laterState?.Value is not { } state)
        {
            return places.IsUsers(copy.Origin, target, cancellation) || AssetPlaces.HasSameContent(asset, target, cancellation);
        }

        var freshness = state.Check(copy.Origin, target);
        if (freshness.Record is null)
        {
            return places.IsUsers(copy.Origin, target, cancellation)
                || (AssetPlaces.HasSameContent(asset, target, cancellation) && TakesOver(copy, state, cancellation));
        }

        return freshness.IsCurrent
            || (freshness.Reason is null
                && FileStamp.Of(asset) is { } stamp
                && state.Confirm(freshness, ContentHash.OfFile(asset, cancellation), stamp) is null);
    }

    /// <summary>Takes down a file that was there as it should be, whoever put it there: it follows its source, and is nobody's to remove.</summary>
    private static bool TakesOver(Copying copy, BuildState state, CancellationToken cancellation)
    {
        Announce(copy, state, isFound: true, cancellation)?.Confirm();
        return true;
    }

    private static AnnouncedOutput? Announce(Copying copy, BuildState state, bool isFound, CancellationToken cancellation)
    {
        if (FileStamp.Of(copy.Origin.Source) is not { } stamp)
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

    private void BringAnew(Copying copy, CancellationToken cancellation)
    {
        var record = laterState?.Value is { } state ? Announce(copy, state, isFound: false, cancellation) : null;
        tree.Copy(copy.Origin.Source, copy.Target, cancellation);
        record?.Confirm();
    }

    private sealed record Reference(long Index, string Document, string BasePath, IReadOnlyList<string> Assets);

    private sealed record Copying(OutputOrigin Origin, string Target, string Document);
}
