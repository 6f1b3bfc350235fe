namespace FastMd.PowerShell.Results;

/// <summary>Something a person should know about one document.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable code, such as FM1001.</param>
/// <param name="Message">What happened and what to do.</param>
/// <param name="Line">Line in the source, from 1; 0 where there is none.</param>
/// <param name="Column">Column in the source, from 1; 0 where there is none.</param>
public sealed record FastMdDiagnostic(FastMdSeverity Severity, string Code, string Message, int Line, int Column)
{
    /// <summary>The code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
