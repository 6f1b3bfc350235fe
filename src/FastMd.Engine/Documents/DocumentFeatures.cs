namespace FastMd.Engine.Documents;

/// <summary>What a document contains that a page has to load or style something for.</summary>
[Flags]
public enum DocumentFeatures
{
    /// <summary>Nothing of that kind.</summary>
    None = 0,

    /// <summary>Math, for a script to typeset.</summary>
    Math = 1,

    /// <summary>Mermaid diagrams, for a script to draw.</summary>
    Mermaid = 2,

    /// <summary>Code blocks.</summary>
    Code = 4,

    /// <summary>Code blocks with highlighted syntax.</summary>
    HighlightedCode = 8,

    /// <summary>Custom elements that stand for components.</summary>
    Components = 16,
}
