namespace FastMd.PowerShell.Results;

/// <summary>What becomes of HTML written in a document.</summary>
public enum FastMdRawHtml
{
    /// <summary>It goes through as it is.</summary>
    Allow,

    /// <summary>It shows as text, and addresses that execute are dropped.</summary>
    Escape,

    /// <summary>What GitHub lets through goes through, addresses included; the rest is dropped.</summary>
    Sanitize,
}
