namespace FastMd.PowerShell.Results;

/// <summary>Where documents are converted.</summary>
public enum FastMdIsolation
{
    /// <summary>In worker processes where that is sooner done, else in threads.</summary>
    Auto,

    /// <summary>In threads of this process.</summary>
    Thread,

    /// <summary>In worker processes, which a document may exhaust or crash without harm to others.</summary>
    Process,
}
