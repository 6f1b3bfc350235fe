using FastMd.Engine.Configuration;

namespace FastMd.Engine.Pages;

/// <summary>What pages load and show besides their documents.</summary>
public sealed record PageOptions
{
    /// <summary>Address of the script that typesets math, loaded by pages that have some; empty for none. A relative one is seen from the destination.</summary>
    public string MathScript { get; init; } = SettingsTable.MathScript.Default;

    /// <summary>Address of the script that draws Mermaid diagrams, loaded by pages that have some; empty for none. A relative one is seen from the destination.</summary>
    public string MermaidScript { get; init; } = "";

    /// <summary>Whether code blocks have a button that copies them.</summary>
    public bool CopyButton { get; init; } = true;
}
