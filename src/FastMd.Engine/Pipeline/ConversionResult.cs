using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Pipeline;

/// <summary>The outcome of one document. Every document of a batch has exactly one, failures included.</summary>
public sealed record ConversionResult
{
    private readonly IReadOnlyDictionary<string, object?>? _frontMatter;
    private readonly Lazy<IReadOnlyDictionary<string, object?>?>? _laterFrontMatter;

    /// <summary>A result.</summary>
    public ConversionResult()
    {
    }

    private ConversionResult(Func<IReadOnlyDictionary<string, object?>?> frontMatter) => _laterFrontMatter = new(frontMatter);

    /// <summary>Position in the input, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>Path or name of the source.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Absolute path of the output; null where there is none.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Whether the output is there and is what it should be.</summary>
    public bool IsDone => Status is ConversionStatus.Converted or ConversionStatus.Unchanged;

    /// <summary>What became of the document.</summary>
    public required ConversionStatus Status { get; init; }

    /// <summary>The converted text where no destination was given; null otherwise.</summary>
    public string? Content { get; init; }

    /// <summary>Front matter as data; null where there is none. That of an unchanged document is read when it is asked for.</summary>
    public IReadOnlyDictionary<string, object?>? FrontMatter
    {
        get => _frontMatter ?? _laterFrontMatter?.Value;
        init => _frontMatter = value;
    }

    /// <summary>Title by front matter or first heading; null where there is neither.</summary>
    public string? Title { get; init; }

    /// <summary>What a person should know, in source order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What is needed to check the links between documents; null where links are left alone.</summary>
    public LinkFacts? Links { get; init; }

    /// <summary>Absolute paths of the files that go along with the document, in the order it refers to them.</summary>
    public IReadOnlyList<string> Assets { get; init; } = [];

    /// <summary>Bytes read.</summary>
    public long InputBytes { get; init; }

    /// <summary>Bytes of the output.</summary>
    public long OutputBytes { get; init; }

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

    /// <summary>The result of a document whose output is what it would be converted to.</summary>
    /// <param name="document">The document.</param>
    /// <param name="record">What is known of its output.</param>
    /// <param name="frontMatter">Reads its front matter.</param>
    /// <param name="attempt">The try that found out; null where none was needed.</param>
    public static ConversionResult Unchanged(
        PlannedDocument document, RecordedOutput record, Func<IReadOnlyDictionary<string, object?>?> frontMatter, Attempt? attempt = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(record);
        var facts = record.Facts(assetsOnly: true);
        return new(facts.HasFrontMatter ? frontMatter : static () => null)
        {
            Index = document.Index,
            SourcePath = document.Source.Name,
            OutputPath = document.OutputPath,
            Status = ConversionStatus.Unchanged,
            Title = facts.Title,
            Diagnostics = facts.Diagnostics,
            Links = facts.Links,
            Assets = [.. facts.LookedUp.Select(asset => asset.Path)],
            InputBytes = record.SourceStamp.Length,
            OutputBytes = record.OutputLength,
            Duration = attempt?.Elapsed ?? TimeSpan.Zero,
            Attempts = attempt?.Number ?? 0,
            QueueWait = attempt?.QueueWait ?? TimeSpan.Zero,
        };
    }

    /// <summary>The result of a document that was not converted.</summary>
    public static ConversionResult NotConverted(PlannedDocument document, ConversionStatus status, Diagnostic reason, Attempt? attempt = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new()
        {
            Index = document.Index,
            SourcePath = document.Source.Name,
            OutputPath = document.OutputPath,
            Status = status,
            Diagnostics = [reason],
            InputBytes = document.Source.Length,
            Duration = attempt?.Elapsed ?? TimeSpan.Zero,
            Attempts = attempt?.Number ?? 0,
            QueueWait = attempt?.QueueWait ?? TimeSpan.Zero,
        };
    }
}
