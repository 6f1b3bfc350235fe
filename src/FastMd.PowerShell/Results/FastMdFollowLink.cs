namespace FastMd.PowerShell.Results;

/// <summary>Which symbolic links lead to documents and to files that go along.</summary>
public enum FastMdFollowLink
{
    /// <summary>Those that lead to places under the base path.</summary>
    Inside,

    /// <summary>All of them.</summary>
    All,

    /// <summary>None.</summary>
    None,
}
