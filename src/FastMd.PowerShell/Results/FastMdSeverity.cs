namespace FastMd.PowerShell.Results;

/// <summary>How bad a diagnostic is.</summary>
public enum FastMdSeverity
{
    /// <summary>The document was converted; something in it deserves a look.</summary>
    Warning,

    /// <summary>The document was not converted.</summary>
    Error,
}
