namespace FastMd.Engine.Documents;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The document was converted; something in it deserves a look.</summary>
    Warning,

    /// <summary>The document was not converted.</summary>
    Error,
}
