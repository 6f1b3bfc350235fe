namespace FastMd.Engine.Documents;

/// <summary>
/// Converts one document's text. A pure function: the same text and options give the same output; no file access, no
/// shared mutable state, safe on any number of threads at once.
/// </summary>
public interface IDocumentConverter
{
    /// <summary>Converts.</summary>
    /// <param name="source">The text.</param>
    /// <param name="links">Answers where a link leads in the output.</param>
    /// <param name="output">Receives the converted document.</param>
    /// <param name="cancellation">Cancelled when the document is abandoned: then its conversion ends soon.</param>
    /// <exception cref="DocumentException">The document cannot be converted.</exception>
    /// <exception cref="OperationCanceledException">The document was abandoned.</exception>
    ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default);

    /// <summary>How many bytes of memory it takes to convert a text, at most, as far as a quick look tells.</summary>
    /// <param name="source">The text.</param>
    long NeededBytes(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ConversionCost.OfMarkdown.Of(source.Text);
    }
}
