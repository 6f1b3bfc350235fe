namespace FastMd.PowerShell.Parameters.Mdx;

/// <summary>What becomes of components where MDX becomes HTML.</summary>
public enum FastMdMdxComponents
{
    /// <summary>They become custom elements.</summary>
    Elements,

    /// <summary>Their tags are dropped; what is in them stays.</summary>
    Drop,

    /// <summary>What is known of them is written as HTML; others become custom elements.</summary>
    Render,
}
