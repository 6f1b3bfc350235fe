using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Pipeline;

/// <summary>The outcome of one document. Every document of a batch has exactly one, failures included.</summary>
public sealed record ConversionResult
{
    private readonly IReadOnlyDictionary<string, object?>? _frontMatter;
    /// <summary>Position in the input, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>Path or name of the source.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Absolute path of the output; null where there is none.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Whether the output is there and is what it should be.</summary>
    public bool IsDone => Status is ConversionStatus.Converted or ConversionStatus.Unchanged;

    /// <summary>What the output is to the source.</summary>
    public OutputKind Kind { get; init; }

    /// <summary>What became of the document.</summary>
    public required ConversionStatus Status { get; init; }

    /// <summary>The converted text where no destination was given; null otherwise.</summary>
    public string? Content { get; init; }

    /// <summary>Front matter as data; null where there is none. That of an unchanged document is read when it is asked for.</summary>
    public IReadOnlyDictionary<string, object?>? FrontMatter
    {
        get => _frontMatter ?? LaterFrontMatter?.Value;
        init => _frontMatter = value;
    }

    /// <summary>Title by front matter or first heading; null where there is neither.</summary>
    public string? Title { get; init; }

    /// <summary>What a person should know, in source order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What is needed to check the links between documents; null where links are left alone.</summary>
    internal LinkFacts? Links { get; init; }

    /// <summary>Absolute paths of the files that go along with the document, in the order it refers to them.</summary>
    public IReadOnlyList<string> Assets { get; init; } = [];

    /// <summary>Bytes read.</summary>
    public long InputBytes { get; init; }

    /// <summary>Bytes of the output.</summary>
    public long OutputBytes { get; init; }

    /// <summary>Pages that were read; 1 where the source has none.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>How long the last attempt took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How often the document was tried; 0 where it never was.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the document waited, admitted, for a worker to begin it.</summary>
    public TimeSpan QueueWait { get; init; }

    /// <summary>Where the time of the last attempt went; all zero where it did not get through.</summary>
    public StageTimes Stages { get; init; }

    /// <summary>Why the document was converted although there is a record of earlier runs, in words that end a sentence; null where there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>Bytes of memory that another process allocated for the document.</summary>
    internal long AllocatedElsewhere { get; init; }

    /// <summary>The document, for those who follow up on results; null where a result was put together by hand.</summary>
    internal DocumentSource? Document { get; init; }

    /// <summary>Absolute path of the tree's root that it was seen from; null where links are left alone.</summary>
    internal string? BasePath { get; init; }

    private Lazy<IReadOnlyDictionary<string, object?>?>? LaterFrontMatter { get; init; }

    /// <summary>The result of a document that was converted.</summary>
    internal static ConversionResult Converted(PlannedDocument document, ExecutedDocument executed, Attempt attempt)
        => Of(document, ConversionStatus.Converted, attempt) with
        {
            FrontMatter = executed.FrontMatter,
            Title = executed.Title,
            Diagnostics = executed.Diagnostics,
            Links = executed.Links,
            Assets = executed.Assets,
            InputBytes = executed.Source.Bytes,
            OutputBytes = executed.Content?.Length ?? 0,
            Pages = executed.Pages,
            Stages = executed.Stages,
            AllocatedElsewhere = executed.AllocatedElsewhere,
        };

    /// <summary>The result of a document whose output is what it would be converted to.</summary>
    /// <param name="document">The document.</param>
    /// <param name="record">What is known of its output.</param>
    /// <param name="frontMatter">Reads its front matter.</param>
    /// <param name="attempt">The attempt that found out; null where none was needed.</param>
    internal static ConversionResult Unchanged(
        PlannedDocument document, RecordedOutput record, Func<IReadOnlyDictionary<string, object?>?> frontMatter, Attempt? attempt = null)
    {
        var facts = record.Facts(assetsOnly: true);
        return Of(document, ConversionStatus.Unchanged, attempt) with
        {
            LaterFrontMatter = facts.HasFrontMatter ? new(frontMatter) : null,
            Title = facts.Title,
            Diagnostics = facts.Diagnostics,
            Links = facts.Links,
            Assets = [.. facts.LookedUp.Select(static asset => asset.Path)],
            InputBytes = record.SourceStamp.Length,
            OutputBytes = record.OutputLength,
        };
    }

    /// <summary>The result of a document that was not converted.</summary>
    internal static ConversionResult NotConverted(PlannedDocument document, ConversionStatus status, Diagnostic reason, Attempt? attempt = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Of(document, status, attempt) with { Diagnostics = [reason], InputBytes = document.Source.Length };
    }

    /// <summary>The result of a document that was refused when it was planned.</summary>
    internal static ConversionResult Refused(PlannedDocument document) => NotConverted(document, ConversionStatus.Failed, document.Refusal!);

    private static ConversionResult Of(PlannedDocument document, ConversionStatus status, Attempt? attempt) => new()
    {
        Index = document.Index,
        SourcePath = document.Source.Name,
        OutputPath = document.OutputPath,
        Kind = document.Kind,
        Status = status,
        Document = document.Source,
        BasePath = document.BasePath,
        Duration = attempt?.Elapsed ?? TimeSpan.Zero,
        Attempts = attempt?.Number ?? 0,
        QueueWait = attempt?.QueueWait ?? TimeSpan.Zero,
    };
}
