using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Jobs.Sharing;

/// <summary>Has the other processes of a job know which documents this one is at, and what became of them.</summary>
internal sealed class SharedObserver(IBatchObserver inner, Func<SharedJob?> job) : IBatchObserver
{
    /// <inheritdoc/>
    public void Started(PlannedDocument document, Attempt attempt)
    {
        job()?.Begin(document);
        inner.Started(document, attempt);
    }

    /// <inheritdoc/>
    public void Retrying(PlannedDocument document, Attempt attempt, Exception reason) => inner.Retrying(document, attempt, reason);

    /// <inheritdoc/>
    public void Completed(PlannedDocument document, ConversionResult result)
    {
        job()?.Complete(document, result);
        inner.Completed(document, result);
    }

    /// <inheritdoc/>
    public void Scaled(ScalingDecision decision) => inner.Scaled(decision);

    /// <inheritdoc/>
    public void Noticed(Diagnostic diagnostic) => inner.Noticed(diagnostic);
}
