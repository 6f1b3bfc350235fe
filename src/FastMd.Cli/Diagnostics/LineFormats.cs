using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Annotations;

namespace FastMd.Cli.Diagnostics;

/// <summary>The forms that have a line a diagnostic.</summary>
/// <param name="environment">The process, whose working directory shown paths are relative to.</param>
internal sealed class LineFormats(ProcessEnvironment environment)
{
    private const string Workspace = "GITHUB_WORKSPACE";

    /// <summary>How one form writes a line, without its end; null where the form has no lines.</summary>
    public Action<LineBuffer, string, Diagnostic>? Of(DiagnosticFormat format) => format switch
    {
        DiagnosticFormat.Text => Text,
        DiagnosticFormat.Json => static (line, path, diagnostic) => line.Append(Json(path, diagnostic)),
        DiagnosticFormat.GitHub => (line, path, diagnostic) => line.Append(GitHub(path, diagnostic)),
        DiagnosticFormat.Azure => static (line, path, diagnostic) => line.Append(Azure(path, diagnostic)),
        _ => null,
    };

    /// <summary><c>path(line,col): warning FM1001: message</c>.</summary>
    public void Text(LineBuffer line, string path, Diagnostic diagnostic)
    {
        var start = line.Length;
        line.Append(ShownPath.Span(path, environment.WorkingDirectory));
        if (diagnostic.Line > 0)
        {
            line.Append("(");
            line.Append(diagnostic.Line);
            line.Append(",");
            line.Append(diagnostic.Column);
            line.Append(")");
        }

        line.Append(": ");
        line.Append(diagnostic.Kind);
        line.Append(" ");
        line.Append(diagnostic.Code);
        line.Append(": ");
        diagnostic.WriteMessage(line);
        PlainLine.Make(line, start);
    }

    private static string Json(string path, Diagnostic diagnostic)
    {
        using var line = new MemoryStream();
        using (var json = DiagnosticJson.Writer(line))
        {
            json.WriteStartObject();
            json.WriteString("source", path);
            DiagnosticJson.WriteMembers(json, diagnostic);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private string GitHub(string path, Diagnostic diagnostic)
        => GitHubAnnotation.Line(
            ShownPath.IsFile(path) ? GitHubAnnotation.PathOf(path, environment.Variable(Workspace), environment.WorkingDirectory) : null, diagnostic);

    private static string Azure(string path, Diagnostic diagnostic)
        => AzureAnnotation.Line(ShownPath.IsFile(path) ? path : null, diagnostic);
}
