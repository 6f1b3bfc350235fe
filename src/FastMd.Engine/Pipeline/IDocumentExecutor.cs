namespace FastMd.Engine.Pipeline;

/// <summary>Takes one document all the way: read, convert, write. Called by many threads at once.</summary>
public interface IDocumentExecutor
{
    /// <summary>Converts a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="attempt">The try: to be asked before the irrevocable step, and left when cancelled.</param>
    /// <exception cref="Documents.DocumentException">It cannot be converted, for a known reason.</exception>
    /// <exception cref="OperationCanceledException">The try was abandoned.</exception>
    ConversionResult Execute(PlannedDocument document, Attempt attempt);
}
