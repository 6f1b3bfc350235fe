using FastMd.Engine.Documents;
using FastMd.Engine.Mdx.Evaluation;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Says what of a document is not in its context, and why.</summary>
/// <param name="source">The document.</param>
/// <param name="diagnostics">Receives the warnings.</param>
/// <param name="refusesUnknown">Whether unknown components are errors.</param>
internal sealed class CleaningWarnings(string source, List<Diagnostic> diagnostics, bool refusesUnknown) : MdxWarnings(source, diagnostics)
{
    /// <summary>Something takes code to render.</summary>
    /// <param name="what">What it is, as the beginning of a sentence.</param>
    /// <param name="offset">Where it stands; negative where that is not known.</param>
    public void NoteLeftOut(string what, int offset)
        => Add(DiagnosticCodes.MdxExpressionLeftOut, $"{what} was left out: its value is known only when the code of the document runs.", offset);

    /// <summary>Nobody says what a component becomes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="became">What became of it.</param>
    /// <param name="offset">Where it stands.</param>
    /// <exception cref="DocumentException">Unknown components are errors.</exception>
    public void NoteUnknown(string name, string became, int offset)
    {
        var message = $"What the component '{name}' becomes is unknown: {became}; name a kind for it in the setting components.";
        if (refusesUnknown)
        {
            throw Refusal(DiagnosticCodes.MdxComponentUnknown, message, offset);
        }

        Add(DiagnosticCodes.MdxComponentUnknown, message, offset);
    }
}
