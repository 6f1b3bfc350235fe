using System.Globalization;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Mdx.Evaluation;

/// <summary>Says what of a document is not in its output: what is said alike, whatever that is.</summary>
/// <param name="source">The document.</param>
/// <param name="diagnostics">Receives the warnings.</param>
internal abstract class MdxWarnings(string source, List<Diagnostic> diagnostics)
{
    private readonly SourceLines _lines = new(source);

    /// <summary>Records a component of which a reader sees nothing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="offset">Where it stands in the document; negative where that is not known.</param>
    public void NoteEmpty(string name, int offset) => Add(
        DiagnosticCodes.MdxComponentEmpty, $"The component '{name}' comes out empty: none of its properties is one that its rule in the setting components writes, and there is nothing in it.", offset);

    /// <summary>Records a document that is to be included and is not there.</summary>
    public void NoteMissing(string specifier, int offset) => Add(
        DiagnosticCodes.InclusionMissing, $"'{specifier}' is to be included here and is missing, or lies outside the tree; mend its path.", offset);

    /// <summary>Takes over what was noticed in a document that is included.</summary>
    public void Take(Diagnostic noticed, string name, int offset) => Add(
        noticed.Code, noticed.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{name}({noticed.Line},{noticed.Column}), which is included here: {noticed.Message}") : noticed.Message, offset);

    /// <summary>A component may not be in documents.</summary>
    public DocumentException Refused(string name, int offset)
        => Refusal(DiagnosticCodes.MdxComponentUnknown, $"The component '{name}' may not be in documents: its kind in the setting components is error; remove it.", offset);

    /// <summary>Refuses the document.</summary>
    private protected DocumentException Refusal(string code, string message, int offset)
    {
        var (line, column) = PlaceOf(offset);
        return new(Diagnostic.Error(code, message, line, column));
    }

    private protected void Add(string code, string message, int offset)
    {
        var (line, column) = PlaceOf(offset);
        diagnostics.Add(Diagnostic.Warning(code, message, line, column));
    }

    private (int Line, int Column) PlaceOf(int offset) => offset < 0 ? (0, 0) : _lines.At(offset);
}
