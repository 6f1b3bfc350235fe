using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Batching;

/// <summary>Is told what happens in a batch, as it happens, by any thread: must be quick and must not throw.</summary>
internal interface IBatchObserver
{
    /// <summary>A worker begins a document, or tries it again.</summary>
    void Started(PlannedDocument document, Attempt attempt);

    /// <summary>A try came to nothing and there will be another.</summary>
    void Retrying(PlannedDocument document, Attempt attempt, Exception reason);

    /// <summary>A document has its outcome. It may still wait for its turn to be emitted.</summary>
    void Completed(PlannedDocument document, ConversionResult result);

    /// <summary>The number of workers changes.</summary>
    void Scaled(ScalingDecision decision);

    /// <summary>Something about the batch as a whole.</summary>
    void Noticed(Diagnostic diagnostic);
}
