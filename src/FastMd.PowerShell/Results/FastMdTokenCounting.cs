namespace FastMd.PowerShell.Results;

/// <summary>How tokens are counted.</summary>
public enum FastMdTokenCounting
{
    /// <summary>A quarter of the bytes of UTF-8.</summary>
    Estimate,

    /// <summary>By the encoding o200k_base.</summary>
    O200k,

    /// <summary>By the encoding cl100k_base.</summary>
    Cl100k,
}
