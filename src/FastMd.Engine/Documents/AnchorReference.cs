namespace FastMd.Engine.Documents;

/// <summary>A link to a place in a document of the tree. Whether the place is there is known once that document is converted.</summary>
/// <param name="Path">Absolute path of the document; that of the link's own where it stays in it.</param>
/// <param name="Fragment">The id of the place, percent-decoded.</param>
/// <param name="Line">Line of the link, from 1.</param>
/// <param name="Column">Column of the link, from 1, in UTF-16 code units.</param>
internal sealed record AnchorReference(string Path, string Fragment, int Line, int Column);
