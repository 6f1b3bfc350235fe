using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Evaluation;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Says what of a document is not in its context, and why.</summary>
/// <param name="source">The document.</param>
/// <param name="diagnostics">Receives the warnings.</param>
/// <param name="refusesUnknown">Whether unknown components are errors.</param>
internal sealed class CleaningWarnings(string source, List<Diagnostic> diagnostics, bool refusesUnknown)
{
    private readonly SourceLines _lines = new(source);

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
            throw Refused(DiagnosticCodes.MdxComponentUnknown, message, offset);
        }

        Add(DiagnosticCodes.MdxComponentUnknown, message, offset);
    }

    /// <summary>Nothing is left of a component.</summary>
    public void NoteEmpty(string name, int offset) => Add(
        DiagnosticCodes.MdxComponentEmpty, MdxMessages.EmptyComponent(name), offset);

    /// <summary>What is to be included is not there.</summary>
    public void NoteMissing(string specifier, int offset) => Add(
        DiagnosticCodes.InclusionMissing, MdxMessages.MissingInclude(specifier), offset);

    /// <summary>A component may not be in documents.</summary>
    public DocumentException Refused(string name, int offset)
        => Refused(DiagnosticCodes.MdxComponentUnknown, MdxMessages.RefusedComponent(name), offset);

    /// <summary>Takes over what was noticed in a document that is included.</summary>
    public void Take(Diagnostic noticed, string name, int offset) => Add(
        noticed.Code, MdxMessages.Within(noticed, name), offset);

    private DocumentException Refused(string code, string message, int offset)
    {
        var (line, column) = PlaceOf(offset);
        return new(Diagnostic.Error(code, message, line, column));
    }

    private void Add(string code, string message, int offset)
    {
        var (line, column) = PlaceOf(offset);
        diagnostics.Add(Diagnostic.Warning(code, message, line, column));
    }

    private (int Line, int Column) PlaceOf(int offset) => offset < 0 ? (0, 0) : _lines.At(offset);
}
