namespace FastMd.PowerShell.Results.Reports;

/// <summary>How large a document is, in classes.</summary>
public enum FastMdSizeTier
{
    /// <summary>Below 1 MB, unless configured otherwise.</summary>
    Tiny,

    /// <summary>From 1 to 10 MB.</summary>
    Small,

    /// <summary>From 10 to 50 MB.</summary>
    Medium,

    /// <summary>From 50 to 200 MB.</summary>
    Large,

    /// <summary>Larger than all others.</summary>
    Huge,
}
