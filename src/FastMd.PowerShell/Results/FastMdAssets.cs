namespace FastMd.PowerShell.Results;

/// <summary>What becomes of local files that documents reference.</summary>
public enum FastMdAssets
{
    /// <summary>They are copied to where the documents expect them.</summary>
    Copy,

    /// <summary>They are left where they are.</summary>
    None,
}
