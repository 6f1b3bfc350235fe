namespace FastMd.PowerShell.Results;

/// <summary>Which Markdown documents are read as.</summary>
public enum FastMdFlavor
{
    /// <summary>GitHub's.</summary>
    Gfm,

    /// <summary>CommonMark, nothing else.</summary>
    CommonMark,
}
