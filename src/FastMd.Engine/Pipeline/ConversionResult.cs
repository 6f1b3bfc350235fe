using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>The outcome of one document. Every document of a batch has exactly one, failures included.</summary>
public sealed record ConversionResult
{
    /// <summary>Position in the input, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>Path or name of the source.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Absolute path of the output; null where there is none.</summary>
    public string? OutputPath { get; init; }

    /// <summary>What became of the document.</summary>
    public required ConversionStatus Status { get; init; }

    /// <summary>The converted text where no destination was given; null otherwise.</summary>
    public string? Content { get; init; }

    /// <summary>Front matter as data; null where there is none.</summary>
    public IReadOnlyDictionary<string, object?>? FrontMatter { get; init; }

    /// <summary>Title by front matter or first heading; null where there is neither.</summary>
    public string? Title { get; init; }

    /// <summary>What a person should know, in source order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What is needed to check the links between documents; null where links are left alone.</summary>
    public LinkFacts? Links { get; init; }

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
