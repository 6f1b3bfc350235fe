using FastMd.Engine.Documents;
using FastMd.Engine.Mdx.Evaluation;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Html;

/// <summary>Says what of a document is not in its HTML.</summary>
internal sealed class OmissionWarnings(string source, List<Diagnostic> diagnostics)
{
    private readonly LineIndex _lines = new(source);

    /// <summary>Records it.</summary>
    /// <param name="what">What it is, as the beginning of a sentence.</param>
    /// <param name="offset">Where it stands in the document; negative where that is not known.</param>
    public void Note(string what, int offset)
    {
        Add(DiagnosticCodes.MdxExpressionLeftOut, $"{what} was left out: HTML is made without running code; compile to JavaScript to keep it.", offset);
    }

    /// <summary>Records a component of which nobody says what it becomes.</summary>
    public void NoteUnknown(string name, int offset) => Add(
        DiagnosticCodes.MdxComponentUnknown, $"What the component '{name}' becomes is unknown: what is in it was written, and it became a custom element; name a kind for it in the setting components.", offset);

    /// <summary>Records a component of which a reader sees nothing.</summary>
    public void NoteEmpty(string name, int offset) => Add(
        DiagnosticCodes.MdxComponentEmpty, MdxMessages.EmptyComponent(name), offset);

    /// <summary>Records a document that is to be included and is not there.</summary>
    public void NoteMissing(string specifier, int offset) => Add(
        DiagnosticCodes.InclusionMissing, MdxMessages.MissingInclude(specifier), offset);

    /// <summary>A component may not be in documents.</summary>
    public DocumentException Refused(string name, int offset)
    {
        var (line, column) = offset < 0 ? new(0, 0) : _lines.Of(Math.Min(offset, source.Length));
        return new(Diagnostic.Error(DiagnosticCodes.MdxComponentUnknown, MdxMessages.RefusedComponent(name), line, column));
    }

    /// <summary>Takes over what was noticed in a document that is included.</summary>
    public void Take(Diagnostic noticed, string name, int offset) => Add(
        noticed.Code, MdxMessages.Within(noticed, name), offset);

    private void Add(string code, string message, int offset)
    {
        var (line, column) = offset < 0 ? new(0, 0) : _lines.Of(Math.Min(offset, source.Length));
        diagnostics.Add(Diagnostic.Warning(code, message, line, column));
    }
}
