using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Gfm.Footnotes;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>What a document says and nothing shows, as on GitHub: footnotes that nothing refers to, and cells that are too many for their tables.</summary>
internal sealed class Unshown
{
    private readonly List<FootnoteDefinition> _footnotes = [];
    private readonly List<int> _cells = [];

    /// <summary>Records a footnote; whether something refers to it turns out later.</summary>
    public void Add(FootnoteDefinition footnote) => _footnotes.Add(footnote);

    /// <summary>Records a cell beyond the last column of its table.</summary>
    /// <param name="offset">Where it begins in the text that is parsed.</param>
    public void AddCell(int offset) => _cells.Add(offset);

    /// <summary>Warns of what was noted.</summary>
    /// <param name="source">The source.</param>
    /// <param name="bodyStart">Where the text that is parsed begins in it.</param>
    /// <param name="diagnostics">Receives the warnings.</param>
    public void WarnIn(string source, int bodyStart, ICollection<Diagnostic> diagnostics)
    {
        if (_cells.Count == 0 && _footnotes.TrueForAll(static footnote => footnote.References > 0))
        {
            return;
        }

        var lines = new SourceLines(source);
        foreach (var footnote in _footnotes)
        {
            if (footnote.References == 0)
            {
                Warn(footnote.Span.Start, "Nothing refers to this footnote, or another one has its name: it is not shown. Refer to it, or remove it.");
            }
        }

        foreach (var cell in _cells)
        {
            Warn(cell, "The table has fewer columns: this cell and those after it are not shown. Add columns to its head, or write '\\|' for a pipe that is text.");
        }

        void Warn(int offset, string message)
        {
            var (line, column) = lines.At(bodyStart + offset);
            diagnostics.Add(Diagnostic.Warning(DiagnosticCodes.NotShown, message, line, column));
        }
    }
}
