namespace FastMd.Engine.Pipeline;

/// <summary>Takes one document all the way to its result. Called by many threads at once.</summary>
internal interface IDocumentProcessor
{
    /// <summary>Takes a document all the way.</summary>
    /// <param name="document">The document.</param>
    /// <param name="attempt">The attempt: to be asked before the irrevocable step, and left when cancelled.</param>
    /// <exception cref="Documents.DocumentException">It cannot be converted, for a known reason.</exception>
    /// <exception cref="OperationCanceledException">The attempt was abandoned.</exception>
    ConversionResult Process(PlannedDocument document, Attempt attempt);

    /// <summary>The result of a document that needs no worker: it is refused, or its output is what it would be converted to.</summary>
    /// <param name="document">A document that is settled.</param>
    ConversionResult Settle(PlannedDocument document) => ConversionResult.Refused(document);
}
