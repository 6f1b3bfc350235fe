namespace FastMd.PowerShell.Results;

/// <summary>How much of long code is kept in context.</summary>
public enum FastMdContextProfile
{
    /// <summary>All of it; and it is made sure of that the text means what the document does.</summary>
    Lossless,

    /// <summary>The beginning and the end of code longer than 25 lines, of JSON longer than 20.</summary>
    Balanced,

    /// <summary>The beginning and the end of code longer than 15 lines, of JSON longer than 10.</summary>
    Compact,
}
