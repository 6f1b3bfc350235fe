using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Diagnostics;

/// <summary>A line a diagnostic.</summary>
internal sealed class LineWriter(Stream output, Action<LineBuffer, string, Diagnostic> form) : IDiagnosticWriter
{
    private readonly StreamWriter _text = new(output, new UTF8Encoding(false), leaveOpen: true);
    private readonly LineBuffer _line = new();

    public void Write(string path, Diagnostic diagnostic)
    {
        _line.CutTo(0);
        form(_line, path, diagnostic);
        _line.Append("\n");
        _line.WriteTo(_text);
    }

    public void Complete(bool ranToItsEnd) => _text.Flush();

    // What was not completed is thrown away: there is nothing to flush.
    public void Dispose()
    {
    }
}
