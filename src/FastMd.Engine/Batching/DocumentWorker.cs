using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>
/// Runs the attempts of a document on a worker: converts it, retries where that may help, and turns every outcome into a result. Never throws.
/// </summary>
internal sealed class DocumentWorker(
    BatchCoordinator coordinator,
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
        var outcome = RunAttempt(item, attempt);
        if (!worker.TryFinish(attempt))
        {
            onReturnOfStuckWorker();
            return;
        }

        if (outcome.Result is { } result)
        {
            if (result.Status == ConversionStatus.Converted)
            {
                coordinator.RecordAllocation(item.Length, result.AllocatedElsewhere + GC.GetAllocatedBytesForCurrentThread() - allocatedBefore);
            }

            coordinator.Complete(item, result, isMoreComing: worker.HasPrefetched);
        }
        else if (outcome.IsTransient)
        {
            schedule.RetryLater(item, item.Retries!.Transient, outcome.RetryAfter);
        }
        else
        {
            coordinator.Requeue(item);
        }
    }

    public static Diagnostic Cancelled()
        => Diagnostic.Error(DiagnosticCodes.Cancelled, "The batch was cancelled before the document was done.");

    private Outcome RunAttempt(BatchItem item, Attempt attempt)
    {
        try
        {
            return new(processor.Process(item.Document, attempt));
        }
        catch (DocumentException known)
        {
            if (known.RetryAfter is not null)
            {
                coordinator.RecordRateLimit();
            }

            return known.IsTransient && (item.Retries ??= new()).Transient++ < retries.Transient
                ? Retry(item, attempt, known, isTransient: true, known.RetryAfter)
                : Failed(item, attempt, known.Diagnostic);
        }
        catch (OperationCanceledException) when (isCancelled() || attempt.Cancellation.IsCancellationRequested)
        {
            return new(ConversionResult.NotConverted(item.Document, ConversionStatus.Cancelled, Cancelled(), attempt));
        }
        catch (OutOfMemoryException)
        {
            return Failed(item, attempt, MemoryLimit.Outgrown(item.Length, coordinator.Room.Budget));
        }
        catch (Exception unforeseen)
        {
            return (item.Retries ??= new()).Unforeseen++ < retries.Unforeseen
                ? Retry(item, attempt, unforeseen, isTransient: false)
                : Failed(item, attempt, Unforeseen(unforeseen));
        }
    }

    private Outcome Retry(BatchItem item, Attempt attempt, Exception reason, bool isTransient, TimeSpan? retryAfter = null)
    {
        observer.Retrying(item.Document, attempt, reason);
        return new(null, isTransient, retryAfter);
    }

    private static Outcome Failed(BatchItem item, Attempt attempt, Diagnostic reason)
        => new(ConversionResult.NotConverted(item.Document, ConversionStatus.Failed, reason, attempt));

    private static Diagnostic Unforeseen(Exception exception) => Diagnostic.Error(
        DiagnosticCodes.UnexpectedFailure,
        $"The conversion ended in {(exception as RemoteException)?.TypeName ?? exception.GetType().Name}: {exception.Message} Please report it, with the document if you can.");

    /// <summary>The outcome of an attempt: a result, or a retry, delayed where the failure is transient.</summary>
    private readonly record struct Outcome(ConversionResult? Result, bool IsTransient = false, TimeSpan? RetryAfter = null);
}
