using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Pipeline.Links;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>What reading and converting depends on, the same for all documents of a job.</summary>
/// <param name="Converter">Converts texts.</param>
internal sealed record ExecutorOptions(IDocumentConverter Converter)
{
    /// <summary>The kinds of sources there are.</summary>
    public SourceKinds Sources { get; init; } = SourceKinds.Default;

    /// <summary>Turns bytes into text.</summary>
    public TextDecoder Decoder { get; init; } = new();

    /// <summary>What front matter may be written in.</summary>
    public FrontMatterFormats FrontMatter { get; init; }

    /// <summary>Size in bytes beyond which a file is refused.</summary>
    public long MaximumBytes { get; init; } = long.MaxValue;

    /// <summary>Finds where links lead; null where they are left alone.</summary>
    public TreeLinks? Links { get; init; }

    /// <summary>Finds where links between parts of one container lead.</summary>
    public ILinkTargets PartLinks { get; init; } = SameLinks.Instance;

    /// <summary>Whether this is a worker process: what may end the process is read there only.</summary>
    public bool IsInWorker { get; init; }

    /// <summary>Whether files that documents refer to go along with them.</summary>
    public bool CopiesAssets { get; init; }

    /// <summary>Whether sources are hashed, for the build state.</summary>
    public bool HashesSources { get; init; }

    /// <summary>Whether headings are wanted, besides the output.</summary>
    public bool WantsHeadings { get; init; }

    /// <summary>Whether links are all that is wanted: there is no output, and dead links are errors.</summary>
    public bool ChecksLinks { get; init; }
}
