using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Committing;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Sharing;

/// <summary>Writes nothing for a document that another process took over while this one was stopped.</summary>
internal sealed class FencedCommitter(IDocumentCommitter inner, Func<SharedJob?> job) : IDocumentCommitter
{
    /// <inheritdoc/>
    public DocumentWork WorkFor(PlannedDocument document) => inner.WorkFor(document);

    /// <inheritdoc/>
    public ConversionResult Commit(PlannedDocument document, ExecutedDocument executed, Attempt attempt)
        => job()?.Holds(document) == false
            ? ConversionResult.NotConverted(
                document,
                ConversionStatus.Cancelled,
                Diagnostic.Warning(DiagnosticCodes.ClaimLost, "Another process took the document over, because this one said nothing for longer than a claim lasts (claimTimeoutSeconds)."),
                attempt)
            : inner.Commit(document, executed, attempt);

    /// <inheritdoc/>
    public ConversionResult Unchanged(PlannedDocument document) => inner.Unchanged(document);
}
