namespace FastMd.Engine.Documents;

/// <summary>The kind of a source document.</summary>
public enum DocumentFormat
{
    /// <summary>Markdown text.</summary>
    Markdown,

    /// <summary>MDX: Markdown with JSX, ES modules and expressions.</summary>
    Mdx,
}
