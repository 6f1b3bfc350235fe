namespace FastMd.PowerShell.Results;

/// <summary>What becomes of HTML written in a document.</summary>
public enum FastMdRawHtml
{
    /// <summary>It goes through as it is.</summary>
    Allow,

    /// <summary>It shows as text.</summary>
    Escape,
}
