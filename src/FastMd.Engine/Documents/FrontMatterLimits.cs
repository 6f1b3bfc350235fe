namespace FastMd.Engine.Documents;

/// <summary>
/// What front matter may cost. Beyond these, YAML parsers overflow the stack or expand a few lines into gigabytes.
/// </summary>
internal static class FrontMatterLimits
{
    /// <summary>Characters between the fences.</summary>
    public const int Length = 64 * 1024;

    /// <summary>Levels of nested mappings and sequences.</summary>
    public const int Depth = 64;

    /// <summary>References to anchors.</summary>
    public const int Aliases = 100;

    /// <summary>Values in all, each counted as often as aliases repeat it.</summary>
    public const int Values = 100_000;
}
