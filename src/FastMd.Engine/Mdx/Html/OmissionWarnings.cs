using FastMd.Engine.Documents;
using FastMd.Engine.Mdx.Evaluation;

namespace FastMd.Engine.Mdx.Html;

/// <summary>Says what of a document is not in its HTML.</summary>
/// <param name="source">The document.</param>
/// <param name="diagnostics">Receives the warnings.</param>
internal sealed class OmissionWarnings(string source, List<Diagnostic> diagnostics) : MdxWarnings(source, diagnostics)
{
    /// <summary>Records it.</summary>
    /// <param name="what">What it is, as the beginning of a sentence.</param>
    /// <param name="offset">Where it stands in the document; negative where that is not known.</param>
    public void Note(string what, int offset)
        => Add(DiagnosticCodes.MdxExpressionLeftOut, $"{what} was left out: HTML is made without running code; compile to JavaScript to keep it.", offset);

    /// <summary>Records a component of which nobody says what it becomes.</summary>
    public void NoteUnknown(string name, int offset) => Add(
        DiagnosticCodes.MdxComponentUnknown, $"What the component '{name}' becomes is unknown: what is in it was written, and it became a custom element; name a kind for it in the setting components.", offset);
}
