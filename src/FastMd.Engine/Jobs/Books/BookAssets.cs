using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Books;

/// <summary>
/// Extracts the files in books that their parts refer to, such as images, once all documents are done: each once, and those of several books at a time. What
/// worker processes extracted while they read a book is taken from where they put it.
/// </summary>
/// <param name="destination">Where they go.</param>
/// <param name="planner">Knows the places that are taken.</param>
/// <param name="options">What the job depends on.</param>
internal sealed class BookAssets(JobDestination destination, ConversionPlanner planner, JobOptions options) : IResultConsumer
{
    private readonly Dictionary<string, string> _books = new(PathRules.Comparer);
    private readonly Dictionary<string, string> _readElsewhere = new(PathRules.Comparer);

    /// <inheritdoc/>
    public void Consume(ConversionResult result)
    {
        if (result is not { IsDone: true, BasePath: { } basePath, Document.Path: { } path } || options.Reading.Sources.Of(path) is not ContainerSource kind)
        {
            return;
        }

        if (!kind.NeedsProcess)
        {
            _books.TryAdd(path, destination.Map.SurroundingsOf(path, basePath));
        }
        else if (result.Status == ConversionStatus.Converted)
        {
            _readElsewhere.TryAdd(path, destination.Map.SurroundingsOf(path, basePath));
        }
    }

    /// <summary>Extracts what is not there yet.</summary>
    /// <param name="onFailure">Receives the path of a book, and why a file in it could not be extracted.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Run(Action<string, Diagnostic> onFailure, CancellationToken cancellation)
    {
        if (_books.Count > 0)
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Batch.EffectiveWorkers, CancellationToken = cancellation };
            Parallel.ForEach(_books, parallel, book => Extract(book.Key, book.Value, onFailure, cancellation));
        }

        foreach (var (book, basePath) in _readElsewhere)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(book, basePath, onFailure);
        }

        if (!options.Sharing.IsConcurrent)
        {
            ImageSpool.Clear(destination.Path);
        }
    }

    /// <summary>Takes what worker processes extracted from a book.</summary>
    private void Take(string book, string basePath, Action<string, Diagnostic> onFailure)
    {
        var folder = new DirectoryInfo(ImageSpool.Of(destination.Path, book));
        foreach (var image in folder.Exists ? folder.GetFiles() : [])
        {
            var origin = new OutputOrigin(book, basePath, OutputKind.Asset, $"{ImageSpool.Name}/{image.Name}");
            try
            {
                if (planner.ClaimForPart(origin.Source, origin.Part, basePath) is { } target)
                {
                    var stamp = FileStamp.Of(book);
                    var isCurrent = IsCurrent(origin, target, stamp, out var freshness);
                    using var content = new SpooledContent(image.FullName, image.Length);
                    if (!isCurrent)
                    {
                        Put(origin, target, content, stamp, freshness);
                    }
                }
            }
            catch (DocumentException failure)
            {
                onFailure(book, NotExtracted($"'{origin.Part}'", failure.Diagnostic.Message));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                onFailure(book, NotExtracted($"'{origin.Part}'", failure.Message));
            }
        }

        planner.ListedFilesOf(book);
    }

    private void Extract(string book, string basePath, Action<string, Diagnostic> onFailure, CancellationToken cancellation)
    {
        try
        {
            var kind = (ContainerSource)options.Reading.Sources.Of(book);
            using var opened = OpenedContainer.Open(book);
            foreach (var asset in kind.AssetsOf(opened.File, cancellation))
            {
                Extract(new(book, basePath, OutputKind.Asset, asset), kind, opened, onFailure, cancellation);
            }

            planner.ListedFilesOf(book);
        }
        catch (DocumentException failure)
        {
            onFailure(book, failure.Diagnostic);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            onFailure(book, NotExtracted("The files in the book", failure.Message));
        }
    }

    private void Extract(OutputOrigin origin, ContainerSource kind, OpenedContainer opened, Action<string, Diagnostic> onFailure, CancellationToken cancellation)
    {
        try
        {
            if (planner.ClaimForPart(origin.Source, origin.Part, origin.BasePath) is { } target && !IsCurrent(origin, target, opened.StampIfUnchanged(), out var freshness))
            {
                using var content = SpooledContent.Of(output => kind.Extract(opened.File, origin.Part, output, cancellation));
                Put(origin, target, content, opened.StampIfUnchanged(), freshness);
            }
        }
        catch (DocumentException failure)
        {
            onFailure(origin.Source, NotExtracted($"'{origin.Part}'", failure.Diagnostic.Message));
        }
    }

    private bool IsCurrent(OutputOrigin origin, string target, FileStamp? stamp, out Freshness freshness)
    {
        freshness = options.Rebuild || destination.State.Recorded is not { } state ? Freshness.Forced : state.Check(origin, target, stamp);
        return freshness is { IsCurrent: true, Record: not null };
    }

    /// <param name="origin">What the file is.</param>
    /// <param name="target">Absolute path of its place.</param>
    /// <param name="content">Its content.</param>
    /// <param name="stamp">The book's stamp; null where it changed meanwhile.</param>
    /// <param name="freshness">What earlier runs left there.</param>
    private void Put(OutputOrigin origin, string target, SpooledContent content, FileStamp? stamp, Freshness freshness)
    {
        var hash = content.Hash();
        if (stamp is not null
            && freshness is { Record: not null, Reason: null }
            && destination.State.Recorded?.Confirm(freshness, hash, stamp) is null)
        {
            return;
        }

        if (destination.Foreign.IsForeign(target, origin.BasePath))
        {
            // A file of a person's stays, and will do where it has the same content.
            if (!ForeignFiles.Holds(target, content.Length, () => hash))
            {
                throw ForeignFiles.Refusal(target);
            }

            return;
        }

        var record = stamp is not null
            ? destination.State.Announce(origin, target, new() { SourceStamp = stamp, SourceHash = hash, OutputLength = content.Length, OutputHash = hash })
            : null;
        content.WriteTo(destination.Tree, target, static () => true, CancellationToken.None);
        record?.Confirm();
    }

    private static Diagnostic NotExtracted(string what, string reason)
        => Diagnostic.Error(DiagnosticCodes.AssetNotCopied, $"{what} could not be extracted: {reason}");
}
