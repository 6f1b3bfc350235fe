using FastMd.Engine.Documents;
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
        var (line, column) = offset < 0 ? new(0, 0) : _lines.Of(Math.Min(offset, source.Length));
        diagnostics.Add(Diagnostic.Warning(
            DiagnosticCodes.MdxExpressionLeftOut, $"{what} was left out: HTML is made without running code; compile to JavaScript to keep it.", line, column));
    }
}
