using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Pipeline;

/// <summary>A document and what is to become of it.</summary>
/// <param name="Index">Position in the input, from 0, without gaps.</param>
/// <param name="Source">The document.</param>
/// <param name="OutputPath">Absolute path of its output; null where the result carries the content.</param>
/// <param name="BasePath">Absolute path of the tree's root; null where its links are left alone.</param>
/// <param name="Refusal">Why it is not to be converted; null where it is.</param>
public sealed record PlannedDocument(
    long Index,
    DocumentSource Source,
    string? OutputPath = null,
    string? BasePath = null,
    Diagnostic? Refusal = null)
{
    /// <summary>What its output is to the source.</summary>
    public OutputKind Kind => Source.Part is null ? OutputKind.Document : OutputKind.Part;

    /// <summary>What earlier runs left of its output; null where no build state is kept.</summary>
    internal Freshness? Freshness { get; init; }

    /// <summary>Whether its output is what it would be converted to.</summary>
    public bool IsUnchanged => Refusal is null && Freshness is { IsCurrent: true, Record: not null };

    /// <summary>Whether no worker is needed for it.</summary>
    public bool IsSettled => Refusal is not null || IsUnchanged;
}
