namespace FastMd.Engine.Configuration;

/// <summary>What becomes of components where MDX becomes HTML.</summary>
public enum ComponentHandling
{
    /// <summary>They become custom elements: <c>Card</c> becomes <c>mdx-card</c>.</summary>
    Elements,

    /// <summary>Their tags are dropped; what is in them stays.</summary>
    Drop,
}
