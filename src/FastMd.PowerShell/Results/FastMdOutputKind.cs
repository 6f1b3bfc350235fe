namespace FastMd.PowerShell.Results;

/// <summary>What a file in the destination is to the source it was made from.</summary>
public enum FastMdOutputKind
{
    /// <summary>The source, converted.</summary>
    Document,

    /// <summary>A part of the source, converted.</summary>
    Part,

    /// <summary>The source itself, copied because a document refers to it.</summary>
    Asset,

    /// <summary>A file made of several documents, such as an index.</summary>
    Product,

    /// <summary>A file that says why the source failed.</summary>
    ErrorFile,
}
