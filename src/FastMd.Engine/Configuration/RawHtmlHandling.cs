namespace FastMd.Engine.Configuration;

/// <summary>What becomes of HTML written in a document.</summary>
public enum RawHtmlHandling
{
    /// <summary>It goes through as it is.</summary>
    Allow,

    /// <summary>It shows as text.</summary>
    Escape,
}
