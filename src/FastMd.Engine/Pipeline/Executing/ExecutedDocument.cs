using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>
/// The result of reading and converting a document. Plain data: it may come from another process. The receiver disposes it, and with it
/// the content.
/// </summary>
internal sealed record ExecutedDocument : IDisposable
{
    /// <summary>What was read.</summary>
    public required SourceFacts Source { get; init; }

    /// <summary>Whether the source still has the content that its output was made from: then nothing was converted.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Whether other files are included in it, or were to be: the build state does not know of those.</summary>
    public bool HasInclusions { get; init; }

    /// <summary>Absolute paths of the files that are included in it.</summary>
    public IReadOnlyCollection<string> Inclusions { get; init; } = [];

    /// <summary>The output; null where nothing was converted, or none is wanted.</summary>
    public OutputContent? Content { get; init; }

    /// <summary>Pages that it was read from; 1 where its source has none.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Title by front matter or first heading; null where there is neither.</summary>
    public string? Title { get; init; }

    /// <summary>Front matter as data; null where there is none.</summary>
    public IReadOnlyDictionary<string, object?>? FrontMatter { get; init; }

    /// <summary>Its headings, in order, as far as the output has a list of them or they are wanted.</summary>
    public IReadOnlyList<Heading> Headings { get; init; } = [];

    /// <summary>What a person should know, in source order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What checking links between documents needs; null where links were left alone.</summary>
    public LinkFacts? Links { get; init; }

    /// <summary>The places that were looked up for its links, each once.</summary>
    public IReadOnlyList<LinkLookup> Lookups { get; init; } = [];

    /// <summary>Absolute paths of the files that go along with it, in the order of <see cref="Lookups"/>.</summary>
    public IReadOnlyList<string> Assets { get; init; } = [];

    /// <summary>Where the time went; writing is none of it.</summary>
    public StageTimes Stages { get; init; }

    /// <summary>Bytes of memory that another process allocated for it; 0 where this one did it all.</summary>
    public long AllocatedElsewhere { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Content?.Dispose();
}

/// <summary>What is known of a source that was read.</summary>
/// <param name="Bytes">How many bytes it was.</param>
/// <param name="Stamp">Its stamp before it was read; null for text in memory, and for a file that changed meanwhile.</param>
/// <param name="Hash">Hash of its content; default where it was not asked for.</param>
internal readonly record struct SourceFacts(long Bytes, FileStamp? Stamp = null, ContentHash Hash = default);
