namespace FastMd.Engine.Documents;

/// <summary>Something a person should know about one document.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable code, such as <c>FM1001</c>; every one is listed in docs/diagnostics.md.</param>
/// <param name="Message">What happened and what to do, one sentence or two, no location.</param>
/// <param name="Line">Line in the source, from 1; 0 where the diagnostic is about the document as a whole.</param>
/// <param name="Column">Column in the source, from 1, in UTF-16 code units; 0 where there is none.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, string Message, int Line = 0, int Column = 0)
{
    /// <summary>A diagnostic that lets the document pass.</summary>
    public static Diagnostic Warning(string code, string message, int line = 0, int column = 0)
        => new(DiagnosticSeverity.Warning, code, message, line, column);

    /// <summary>A diagnostic that fails the document.</summary>
    public static Diagnostic Error(string code, string message, int line = 0, int column = 0)
        => new(DiagnosticSeverity.Error, code, message, line, column);

    /// <summary><c>error</c> or <c>warning</c>, as compilers and build agents say it.</summary>
    public string Kind => Severity == DiagnosticSeverity.Error ? "error" : "warning";

    /// <summary><c>path(line,col): message [code]</c>, the form every door prints: one line, whatever is in the path.</summary>
    /// <param name="path">The document's path or name.</param>
    public string Format(string path)
        => OneLine.Of(Line > 0 ? $"{path}({Line},{Column}): {Message} [{Code}]" : $"{path}: {Message} [{Code}]");
}
