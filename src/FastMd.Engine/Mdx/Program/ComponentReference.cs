namespace FastMd.Engine.Mdx.Program;

/// <summary>Something a document's content needs to be there.</summary>
/// <param name="IsComponent">Whether it is rendered, not only looked into.</param>
/// <param name="Start">Where it is first named in the document; negative where that is not known.</param>
/// <param name="End">The offset after it.</param>
internal sealed record ComponentReference(bool IsComponent, int Start, int End);
