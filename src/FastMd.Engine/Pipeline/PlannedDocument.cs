using FastMd.Engine.Documents;
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
    /// <summary>What earlier runs left of its output; null where no build state is kept.</summary>
    public Freshness? Freshness { get; init; }

    /// <summary>Its path below the tree's root, with slashes: the same on every machine. Only its file's name where there is no tree.</summary>
    internal string NameInTree => (Source.Path, BasePath ?? Source.BasePath) switch
    {
        (null, _) => "",
        ({ } path, null) => Path.GetFileName(path),
        ({ } path, { } root) => PathRules.Relative(root, path).Replace('\\', '/'),
    };

    /// <summary>Whether its output is what it would be converted to.</summary>
    public bool IsUnchanged => ToUnchanged is not null;

    /// <summary>Its result where that is known without a worker; null where it takes one. Put together anew each time.</summary>
    public ConversionResult? Settled
        => Refusal is null ? ToUnchanged?.Invoke(this) : ConversionResult.NotConverted(this, ConversionStatus.Failed, Refusal);

    /// <summary>Whether no worker is needed for it.</summary>
    public bool IsSettled => Refusal is not null || IsUnchanged;

    /// <summary>
    /// Makes its result where nothing has to be done, when that is wanted: a plan of a whole tree would else hold all there is to say of it.
    /// Null where the document is to be converted, or refused.
    /// </summary>
    internal Func<PlannedDocument, ConversionResult>? ToUnchanged { get; init; }
}
