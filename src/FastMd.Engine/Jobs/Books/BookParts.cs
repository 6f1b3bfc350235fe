using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers;
using FastMd.Engine.Workers.Pooling;

namespace FastMd.Engine.Jobs.Books;

/// <summary>
/// The parts of one book, read by worker processes: as many at a time as there are processes, and one that waits. A part that ends its process, or is over its time limit,
/// is read in smaller parts; what is wrong with it is in one of those.
/// </summary>
/// <param name="workers">The processes.</param>
/// <param name="kind">The kind of the book.</param>
/// <param name="book">The book.</param>
/// <param name="limit">Time after which a part is given up; zero or less means never.</param>
/// <param name="time">The clock.</param>
/// <param name="onPages">Told of pages that were read.</param>
internal sealed class BookParts(WorkerExecutor workers, ContainerSource kind, DocumentSource book, TimeSpan limit, TimeProvider time, Action<int> onPages)
{
    // Each may take the time limit: of a part that cannot be read at all not all of its parts are tried.
    private const int MostFailures = 3;

    // Suspects are known by their index: parts have numbers of their own.
    private static long _last;

    /// <summary>The list of its parts.</summary>
    /// <exception cref="DocumentException">It cannot be read.</exception>
    public IReadOnlyList<SourcePart> List(IExecution execution)
    {
        using var listed = Run(WorkKind.ListParts, book, execution);
        return PartList.Read(listed.Content!.ReadBytes());
    }

    /// <summary>Reads its parts.</summary>
    /// <param name="parts">The list of them.</param>
    /// <param name="spool">Where those are kept that were read; null where they are not.</param>
    /// <param name="execution">The attempt that it is part of: its clock stands still meanwhile, for each part has a time limit of its own.</param>
    /// <exception cref="OperationCanceledException">The attempt was abandoned.</exception>
    public JoinedText Read(IReadOnlyList<SourcePart> parts, BookSpool? spool, IExecution execution)
    {
        var outcomes = new Func<SourceText>[parts.Count];
        execution.Pause();
        try
        {
            var options = new ParallelOptions
            {
                // One more than there are processes: what a part becomes here is not what a process waits for.
                MaxDegreeOfParallelism = workers.Pool.Options.Processes + 1,
                CancellationToken = execution.Cancellation,

                // Not the scheduler of the batch, whose threads are for documents.
                TaskScheduler = TaskScheduler.Default,
            };
            Parallel.For(0, parts.Count, options, i => outcomes[i] = Outcome(parts[i], spool, execution));
        }
        catch (OperationCanceledException)
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            execution.Resume();
        }

        var joined = new JoinedText(kind);
        for (var i = 0; i < outcomes.Length; i++)
        {
            joined.Add(parts[i].Name, outcomes[i]);
        }

        return joined;
    }

    private Func<SourceText> Outcome(SourcePart part, BookSpool? spool, IExecution execution)
    {
        try
        {
            var text = spool?.TryRead(part.Name) ?? ReadOrSplit(part, execution);
            spool?.Write(part.Name, text);
            onPages(text.Pages);
            return () => text;
        }
        catch (DocumentException failure)
        {
            return () => throw failure;
        }
    }

    private SourceText ReadOrSplit(SourcePart part, IExecution execution)
    {
        try
        {
            return Read(part, execution);
        }
        catch (DocumentException fatal) when (fatal.Diagnostic.Code is DiagnosticCodes.WorkerDied or DiagnosticCodes.TimedOut or DiagnosticCodes.DocumentNeedsTooMuchMemory && kind.Split(part.Name) is { Count: > 1 } smaller)
        {
            return ReadEach(smaller, execution);
        }
    }

    private SourceText ReadEach(IReadOnlyList<SourcePart> parts, IExecution execution)
    {
        var joined = new JoinedText(kind);
        var failures = 0;
        DocumentException? last = null;
        foreach (var part in parts)
        {
            joined.Add(part.Name, () =>
            {
                try
                {
                    return failures < MostFailures ? Read(part, execution) : throw last!;
                }
                catch (DocumentException failure)
                {
                    failures++;
                    last = failure;
                    throw;
                }
            });
        }

        return joined.ToText();
    }

    private SourceText Read(SourcePart part, IExecution execution)
    {
        using var read = Run(WorkKind.ReadText, DocumentSource.FromPart(book, part), execution);
        return new(read.Content!.ReadText(), part.Format, read.Diagnostics) { Pages = read.Pages };
    }

    private ExecutedDocument Run(WorkKind kind, DocumentSource source, IExecution execution)
    {
        var work = new DocumentWork(Interlocked.Decrement(ref _last), source) { Kind = kind };
        using var attempt = new PartExecution(limit, time, execution.Cancellation);
        try
        {
            try
            {
                return workers.Execute(work, attempt);
            }
            catch (WorkerDiedException)
            {
                // It is a suspect now: the second time it has a process to itself.
                return workers.Execute(work, attempt);
            }
        }
        catch (OperationCanceledException) when (!execution.Cancellation.IsCancellationRequested)
        {
            throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.TimedOut, $"'{source.Part ?? source.Name}' was not read within {limit.TotalSeconds:0.###} s; allow more time with -TimeoutSec or --timeout."));
        }
        catch (InsufficientMemoryException)
        {
            throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.DocumentNeedsTooMuchMemory, $"'{source.Part ?? source.Name}' needs more memory than the process that read it may have; raise memoryLimitMB."));
        }
    }
}
