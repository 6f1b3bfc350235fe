using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>What a worker does with a document: try it, again if that may help, and make whatever happens a result. Never throws.</summary>
internal sealed class DocumentWorker(
    BatchLedger ledger,
    IDocumentProcessor processor,
    IBatchObserver observer,
    RetryOptions retries,
    RetrySchedule schedule,
    TimeProvider time,
    Func<bool> isCancelled,
    Action onReturnOfStuckWorker)
{
    public void Process(WorkItem work)
    {
        var (worker, item) = work;
        var attempt = worker.Begin(item, time);
        observer.Started(item.Document, attempt);
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var outcome = Try(item, attempt);
        if (!worker.TryFinish(attempt))
        {
            onReturnOfStuckWorker();
            return;
        }

        if (outcome.Result is { } result)
        {
            if (result.Status == ConversionStatus.Converted)
            {
                ledger.Learn(item.Length, GC.GetAllocatedBytesForCurrentThread() - allocatedBefore);
            }

            ledger.Complete(item, result, isMoreComing: worker.HasMore);
        }
        else if (outcome.IsTransient)
        {
            schedule.TryLater(item, item.Retries!.Transient, outcome.RetryAfter);
        }
        else
        {
            ledger.Return(item);
        }
    }

    public static Diagnostic Cancelled()
        => Diagnostic.Error(DiagnosticCodes.Cancelled, "The batch was cancelled before the document was done.");

    private Outcome Try(BatchItem item, Attempt attempt)
    {
        try
        {
            return new(processor.Process(item.Document, attempt));
        }
        catch (DocumentException known)
        {
            if (known.RetryAfter is not null)
            {
                ledger.NoteRateLimit();
            }

            return known.IsTransient && (item.Retries ??= new()).Transient++ < retries.Transient
                ? Again(item, attempt, known, isTransient: true, known.RetryAfter)
                : Failed(item, attempt, known.Diagnostic);
        }
        catch (OperationCanceledException) when (isCancelled() || attempt.Cancellation.IsCancellationRequested)
        {
            return new(ConversionResult.NotConverted(item.Document, ConversionStatus.Cancelled, Cancelled(), attempt));
        }
        catch (OutOfMemoryException)
        {
            return Failed(item, attempt, MemoryLimit.Outgrown(item.Length, ledger.Room.Budget));
        }
        catch (Exception unforeseen)
        {
            return (item.Retries ??= new()).Unforeseen++ < retries.Unforeseen
                ? Again(item, attempt, unforeseen, isTransient: false)
                : Failed(item, attempt, Unforeseen(unforeseen));
        }
    }

    private Outcome Again(BatchItem item, Attempt attempt, Exception reason, bool isTransient, TimeSpan? retryAfter = null)
    {
        observer.Retrying(item.Document, attempt, reason);
        return new(null, isTransient, retryAfter);
    }

    private static Outcome Failed(BatchItem item, Attempt attempt, Diagnostic reason)
        => new(ConversionResult.NotConverted(item.Document, ConversionStatus.Failed, reason, attempt));

    private static Diagnostic Unforeseen(Exception exception) => Diagnostic.Error(
        DiagnosticCodes.UnexpectedFailure,
        $"The conversion ended in {exception.GetType().Name}: {exception.Message} Please report it, with the document if you can.");

    /// <summary>What a try came to: a result, or another try, after a pause where the failure may pass.</summary>
    private readonly record struct Outcome(ConversionResult? Result, bool IsTransient = false, TimeSpan? RetryAfter = null);
}
