using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Batching;

/// <summary>What a worker does with a document: try it, once more if that may help, and make whatever happens a result. Never throws.</summary>
internal sealed class DocumentWorker(
    BatchLedger ledger, IDocumentExecutor executor, IBatchObserver observer, TimeProvider time, Func<bool> isCancelled, Action onReturnOfStuckWorker)
{
    private const int MaximumAttempts = 2;

    public void Process(WorkItem work)
    {
        var (worker, item) = work;
        var attempt = worker.Begin(item, time);
        observer.Started(item.Document);
        var result = Try(item, attempt);
        if (!worker.TryFinish(attempt))
        {
            onReturnOfStuckWorker();
        }
        else if (result is null)
        {
            ledger.Return(item);
        }
        else
        {
            ledger.Complete(item, result);
        }
    }

    /// <summary>The outcome; null where the document is worth another try.</summary>
    private ConversionResult? Try(BatchItem item, Attempt attempt)
    {
        try
        {
            return executor.Execute(item.Document, attempt);
        }
        catch (DocumentException known)
        {
            return known.IsTransient && MayRetry(attempt) ? null : Failed(item, attempt, known.Diagnostic);
        }
        catch (OperationCanceledException) when (isCancelled())
        {
            return ConversionResult.NotConverted(item.Document, ConversionStatus.Cancelled, Cancelled(), attempt);
        }
        catch (Exception unforeseen)
        {
            return MayRetry(attempt) ? null : Failed(item, attempt, Unforeseen(unforeseen));
        }
    }

    public static Diagnostic Cancelled()
        => Diagnostic.Error(DiagnosticCodes.Cancelled, "The batch was cancelled before the document was done.");

    private static bool MayRetry(Attempt attempt) => attempt.Number < MaximumAttempts;

    private static ConversionResult Failed(BatchItem item, Attempt attempt, Diagnostic reason)
        => ConversionResult.NotConverted(item.Document, ConversionStatus.Failed, reason, attempt);

    private static Diagnostic Unforeseen(Exception exception) => Diagnostic.Error(
        DiagnosticCodes.UnexpectedFailure,
        $"The conversion ended in {exception.GetType().Name}: {exception.Message} Please report it, with the document if you can.");
}
