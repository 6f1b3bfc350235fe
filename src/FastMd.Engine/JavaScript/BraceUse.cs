namespace FastMd.Engine.JavaScript;

/// <summary>What braces stand for, which decides what may be in them.</summary>
internal enum BraceUse
{
    /// <summary>A child or a block: may be empty or hold only comments.</summary>
    Child,

    /// <summary>The value of an attribute: must hold an expression.</summary>
    AttributeValue,

    /// <summary>An attribute by itself: must hold one spread.</summary>
    Spread,
}
