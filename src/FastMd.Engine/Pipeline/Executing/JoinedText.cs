using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>The texts of the parts of a container, joined to one document. A part that cannot be read is one warning; the others are kept.</summary>
/// <param name="container">The kind of the container.</param>
internal sealed class JoinedText(ContainerSource container)
{
    private readonly StringBuilder _text = new();
    private readonly List<Diagnostic> _diagnostics = [];
    private DocumentException? _failure;
    private bool _hasPart;
    private int _pages;

    /// <summary>Adds a part.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="read">Reads it.</param>
    public void Add(string part, Func<SourceText> read)
    {
        try
        {
            var text = read();
            Append(text.Text);
            _diagnostics.AddRange(text.Diagnostics);
            _hasPart = true;
            _pages += text.Pages;
        }
        catch (DocumentException failure) when (!failure.IsTransient)
        {
            _failure ??= failure;
            _diagnostics.Add(failure.Diagnostic with { Severity = DiagnosticSeverity.Warning });
            Append(container.Missing(part));
        }
    }

    /// <summary>The document.</summary>
    /// <exception cref="DocumentException">There were parts, and none could be read.</exception>
    public SourceText ToText() => _hasPart || _failure is null ? new(_text.ToString(), DocumentFormat.Markdown, _diagnostics) { Pages = Math.Max(1, _pages) } : throw _failure;

    private void Append(string text)
    {
        if (text.Length > 0)
        {
            _text.Append(_text.Length > 0 ? "\n" : "").Append(text).Append(text.EndsWith('\n') ? "" : "\n");
        }
    }
}
