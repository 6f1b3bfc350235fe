namespace FastMd.Engine.Documents;

/// <summary>One place a document's links were looked up at. Its output, or what is said about it, depends on the answer.</summary>
/// <param name="Path">Absolute path; a separator at its end means that only a folder will do.</param>
/// <param name="Kind">What there was.</param>
/// <param name="IsDocument">Whether it is a file that is converted along with the tree.</param>
internal sealed record LinkLookup(string Path, PathKind Kind, bool IsDocument);
