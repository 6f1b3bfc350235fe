using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers;

namespace FastMd.Engine.Jobs.Books;

/// <summary>
/// Has what may end a process read in worker processes, wherever the other documents are converted. Of a large file the parts are read by several of
/// them at once, and the text that they come to is converted here. docs/decisions/0036-books.md says why.
/// </summary>
/// <param name="others">Converts the other documents.</param>
/// <param name="local">Converts texts in this process.</param>
/// <param name="workers">Makes the executor over worker processes, when the first such document comes; it throws where there can be none.</param>
/// <param name="options">What the job depends on.</param>
/// <param name="time">The clock.</param>
/// <param name="onPages">Told of pages that were read of books that are not done yet.</param>
internal sealed class BookExecutor(
    IDocumentExecutor others, IDocumentExecutor local, Func<WorkerExecutor> workers, JobOptions options, TimeProvider time, Action<int> onPages) : IDocumentExecutor, IDisposable
{
    // Smaller files are read as fast by one process, and listing their parts first would take its time.
    private const long SplitBytes = 512 * 1024;

    private readonly Lazy<WorkerExecutor> _workers = new(workers);
    private readonly SourceHashes _hashes = new(options);

    /// <summary>Converts the other documents.</summary>
    public IDocumentExecutor Others => others;

    /// <summary>What is kept of the parts of books until they are done; null where nothing is.</summary>
    public PartSpool? Spool { get; } = PartSpool.Of(options);

    /// <inheritdoc/>
    public int InHandPerWorker => others.InHandPerWorker;

    /// <inheritdoc/>
    public ExecutedDocument Execute(DocumentWork work, IExecution execution)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(execution);
        if (work.Source is not { Path: { } path, Text: null } || options.Reading.Sources.Of(path) is not ContainerSource { NeedsProcess: true } kind)
        {
            return others.Execute(work, execution);
        }

        return FileStamp.Of(path) is { Length: >= SplitBytes } ? InParts(work, kind, execution) : Whole(work, kind, execution);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_workers.IsValueCreated)
        {
            _workers.Value.Dispose();
        }

        (others as IDisposable)?.Dispose();
    }

    private ExecutedDocument Whole(DocumentWork work, ContainerSource kind, IExecution execution)
    {
        try
        {
            return _workers.Value.Execute(work, execution);
        }
        catch (DocumentException fatal) when (fatal.Diagnostic.Code == DiagnosticCodes.WorkerDied)
        {
            // It may be one page of many.
            return InParts(work, kind, execution);
        }
    }

    private ExecutedDocument InParts(DocumentWork work, ContainerSource kind, IExecution execution)
    {
        var facts = _hashes.Of(work.Source.Path!, execution.Cancellation);
        if (work.Current is { } current && facts.Hash == current)
        {
            return new() { Source = facts, IsCurrent = true };
        }

        var started = time.GetTimestamp();
        var parts = new BookParts(_workers.Value, kind, work.Source, options.Batch.TimeLimit, time, onPages);
        var list = parts.List(execution);
        var book = Spool?.Open(work.Source.Path!, facts);
        var text = parts.Read(list, book, execution).ToText();
        var readTime = time.GetElapsedTime(started);
        var source = DocumentSource.FromContent(work.Source.Path!, text.Text, DocumentFormat.Markdown, kind.IsFormatted);
        var converted = local.Execute(work with { Source = source, Current = null }, execution);
        return converted with
        {
            Source = facts,
            Pages = text.Pages,
            Diagnostics = [.. text.Diagnostics, .. converted.Diagnostics],
            Stages = converted.Stages with { Read = readTime },
        };
    }
}
