namespace FastMd.Engine.Documents;

/// <summary>One place in a document that refers to something else.</summary>
/// <param name="Url">The URL as the document means it, entities and escapes resolved.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Line">Line in the source, from 1; 0 where it is not known.</param>
/// <param name="Column">Column in the source, from 1, in UTF-16 code units; 0 where it is not known.</param>
public readonly record struct LinkReference(string Url, LinkKind Kind = LinkKind.Link, int Line = 0, int Column = 0);
