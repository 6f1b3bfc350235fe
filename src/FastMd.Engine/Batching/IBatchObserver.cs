using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching;

/// <summary>Receives the events of a batch as they happen, from any thread. Implementations must be quick and must not throw.</summary>
internal interface IBatchObserver
{
    /// <summary>A worker begins a document, or tries it again.</summary>
    void Started(PlannedDocument document, Attempt attempt);

    /// <summary>An attempt failed and will be retried.</summary>
    void Retrying(PlannedDocument document, Attempt attempt, Exception reason);

    /// <summary>A document has its outcome. It may still wait for its turn to be emitted.</summary>
    void Completed(PlannedDocument document, ConversionResult result);

    /// <summary>The number of workers changes.</summary>
    void Scaled(ScalingDecision decision);

    /// <summary>Something about the batch as a whole.</summary>
    void Noticed(Diagnostic diagnostic);
}

/// <summary>
/// Wraps an observer so that it never throws: an exception on a worker or timer thread would lose documents or end the process. The first exception
/// is reported as a notice.
/// </summary>
internal sealed class GuardedObserver(IBatchObserver inner) : IBatchObserver
{
    private int _failures;

    public void Started(PlannedDocument document, Attempt attempt)
    {
        try
        {
            inner.Started(document, attempt);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    public void Retrying(PlannedDocument document, Attempt attempt, Exception reason)
    {
        try
        {
            inner.Retrying(document, attempt, reason);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    public void Completed(PlannedDocument document, ConversionResult result)
    {
        try
        {
            inner.Completed(document, result);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    public void Scaled(ScalingDecision decision)
    {
        try
        {
            inner.Scaled(decision);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    public void Noticed(Diagnostic diagnostic)
    {
        try
        {
            inner.Noticed(diagnostic);
        }
        catch (Exception failure)
        {
            Failed(failure);
        }
    }

    private void Failed(Exception failure)
    {
        if (Interlocked.Increment(ref _failures) == 1)
        {
            Noticed(Diagnostic.Warning(
                DiagnosticCodes.ObserverFailed,
                $"Something that listens to the batch failed, and may have missed part of it: {failure.GetType().Name}: {failure.Message}"));
        }
    }
}
