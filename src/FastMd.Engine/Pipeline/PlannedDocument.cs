using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;

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
    Diagnostic? Refusal = null)
{
    /// <summary>What earlier runs left of its output; null where no build state is kept.</summary>
    public Freshness? Freshness { get; init; }

    /// <summary>Its result where nothing has to be done; null where it is to be converted, or refused.</summary>
    public ConversionResult? Unchanged { get; init; }

    /// <summary>Its result where that is known without a worker; null where it takes one.</summary>
    public ConversionResult? Settled
        => Refusal is null ? Unchanged : ConversionResult.NotConverted(this, ConversionStatus.Failed, Refusal);

    /// <summary>Whether no worker is needed for it.</summary>
    public bool IsSettled => Refusal is not null || Unchanged is not null;
}
