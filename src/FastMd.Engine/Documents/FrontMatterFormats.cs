namespace FastMd.Engine.Documents;

/// <summary>What front matter may be written in.</summary>
public enum FrontMatterFormats
{
    /// <summary>YAML, between lines of <c>---</c>.</summary>
    Yaml,

    /// <summary>YAML, TOML between lines of <c>+++</c>, and JSON.</summary>
    Any,
}
