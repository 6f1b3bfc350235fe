namespace FastMd.Engine.Documents;

/// <summary>Finds the documents that a document includes.</summary>
public interface IIncludedTexts
{
    /// <summary>Reads a document that is included; null where there is none at that place, or none that may be included.</summary>
    /// <param name="specifier">What the including document calls it: a path from its folder, or with a slash before it from the tree's root.</param>
    /// <param name="from">Absolute path of the including document where it is included itself; null for the one that is converted.</param>
    /// <exception cref="DocumentException">It is there and cannot be read.</exception>
    IncludedText? Open(string specifier, string? from);
}

/// <summary>A document that another includes.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="Text">Its text.</param>
/// <param name="FolderUrl">Relative address of its folder, seen from the document that is converted; empty where that lies in the same one.</param>
public sealed record IncludedText(string Path, string Name, SourceText Text, string FolderUrl);
