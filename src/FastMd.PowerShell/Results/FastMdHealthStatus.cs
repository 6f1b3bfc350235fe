namespace FastMd.PowerShell.Results;

/// <summary>How well something is.</summary>
public enum FastMdHealthStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Conversion works; something may make it slower or less safe.</summary>
    Warning,

    /// <summary>Conversion will fail.</summary>
    Problem,
}
