using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Diagnostics;

/// <summary>A line a diagnostic.</summary>
internal sealed class LineWriter(Stream output, Func<string, Diagnostic, string> line) : IDiagnosticWriter
{
    private readonly StreamWriter _text = new(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };

    public void Write(string path, Diagnostic diagnostic) => _text.WriteLine(line(path, diagnostic));

    public void Complete(bool ranToItsEnd) => _text.Flush();

    // What was not completed is thrown away: there is nothing to flush.
    public void Dispose()
    {
    }
}
