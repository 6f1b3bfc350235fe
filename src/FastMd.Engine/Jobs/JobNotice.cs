using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs;

/// <summary>Something a person should know that is no part of a document's result.</summary>
/// <param name="Diagnostic">What.</param>
/// <param name="Path">Path or name of the document it is about; null where it is about the job as a whole.</param>
public sealed record JobNotice(Diagnostic Diagnostic, string? Path = null);
