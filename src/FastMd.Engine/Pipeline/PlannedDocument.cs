using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>A document and what is to become of it.</summary>
/// <param name="Index">Position in the input, from 0, without gaps.</param>
/// <param name="Source">The document.</param>
/// <param name="OutputPath">Absolute path of its output; null where the result carries the content.</param>
/// <param name="BasePath">Absolute path of the tree's root; null where there is no output path.</param>
/// <param name="Refusal">Why it is not to be converted; null where it is.</param>
public sealed record PlannedDocument(
    long Index,
    DocumentSource Source,
    string? OutputPath = null,
    string? BasePath = null,
    Diagnostic? Refusal = null);
