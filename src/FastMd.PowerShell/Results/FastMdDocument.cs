namespace FastMd.PowerShell.Results;

/// <summary>A converted document, for the script block that makes its output.</summary>
public sealed class FastMdDocument
{
    /// <summary>Path of its source; empty where it is no file.</summary>
    public string Source { get; init; } = "";

    /// <summary>Its path below the tree's root, with slashes.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it was converted to: <c>html</c>, <c>js</c>, <c>context</c> or <c>markdown</c>.</summary>
    public string Target { get; init; } = "";

    /// <summary>What it became.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it became.</summary>
    public override string ToString() => Text;
}
