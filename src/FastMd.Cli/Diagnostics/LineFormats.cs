using System.Globalization;
using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Annotations;

namespace FastMd.Cli.Diagnostics;

/// <summary>The forms that have a line a diagnostic.</summary>
/// <param name="environment">The process, whose working directory shown paths are relative to.</param>
internal sealed class LineFormats(ProcessEnvironment environment)
{
    private const string Workspace = "GITHUB_WORKSPACE";

    /// <summary>How one form writes a line; null where the form has no lines.</summary>
    public Func<string, Diagnostic, string>? Of(DiagnosticFormat format) => format switch
    {
        DiagnosticFormat.Text => Text,
        DiagnosticFormat.Json => Json,
        DiagnosticFormat.GitHub => GitHub,
        DiagnosticFormat.Azure => Azure,
        _ => null,
    };

    /// <summary><c>path(line,col): warning FM1001: message</c>.</summary>
    public string Text(string path, Diagnostic diagnostic)
    {
        var shown = ShownPath.Span(path, environment.WorkingDirectory);
        return PlainLine.Of(diagnostic.Line > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{shown}({diagnostic.Line},{diagnostic.Column}): {diagnostic.Kind} {diagnostic.Code}: {diagnostic.Message}")
            : $"{shown}: {diagnostic.Kind} {diagnostic.Code}: {diagnostic.Message}");
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
