using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Pipeline.Committing;

/// <summary>Decides which documents are converted at all, and puts what came of them in its place. Called by many threads at once.</summary>
internal interface IDocumentCommitter
{
    /// <summary>What is left to be done of a planned document.</summary>
    DocumentWork WorkFor(PlannedDocument document);

    /// <summary>Writes and records the output of a document, unless that is there as it should be.</summary>
    /// <param name="document">The document.</param>
    /// <param name="executed">What came of it.</param>
    /// <param name="attempt">The attempt that it is part of: asked before the irrevocable step.</param>
    /// <returns>Its result but for the times.</returns>
    /// <exception cref="Documents.DocumentException">It could not be written.</exception>
    /// <exception cref="OperationCanceledException">The attempt was abandoned.</exception>
    ConversionResult Commit(PlannedDocument document, ExecutedDocument executed, Attempt attempt);

    /// <summary>The result of a document whose output is what it would be converted to.</summary>
    ConversionResult Unchanged(PlannedDocument document);
}
