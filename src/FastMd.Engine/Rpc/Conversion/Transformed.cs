using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>What became of a document. Whoever receives it disposes it, and with it what it holds of the output.</summary>
internal sealed class Transformed : IDisposable
{
    // What System.Text.Json writes as one string, at six bytes a character where each is escaped.
    private const int MostBytes = 166_666_666;

    private readonly ExecutedDocument? _executed;

    /// <summary>What became of a document.</summary>
    /// <param name="file">Name of the document, as the client has it.</param>
    /// <param name="profile">What it was to become.</param>
    /// <param name="result">What the batch says of it.</param>
    /// <param name="executed">What was made of it; null where it was not converted.</param>
    public Transformed(string file, ConversionProfile profile, ConversionResult result, ExecutedDocument? executed)
    {
        (File, Target, Status, Diagnostics) = (file, profile.Target, result.Status, result.Diagnostics);
        if (executed is not null)
        {
            var output = executed.Content!.ReadBytes();
            if (output.Length > MostBytes)
            {
                Status = ConversionStatus.Failed;
                Diagnostics = [Diagnostic.Error(DiagnosticCodes.DocumentTooLarge, $"The output has {output.Length} bytes, and a message holds {MostBytes}; split the document, or convert it by fastmd convert.")];
                executed.Dispose();
                return;
            }

            _executed = executed;
            (Code, SourceMap) = SourceMapComment.Split(output);
            Metadata = new(executed.Title, executed.FrontMatter, executed.Headings, [.. executed.Inclusions, .. profile.Dependencies]);
        }
    }

    /// <summary>Name of the document, as the client has it.</summary>
    public string File { get; }

    /// <summary>Name of the target.</summary>
    public string Target { get; }

    /// <summary>What became of it.</summary>
    public ConversionStatus Status { get; }

    /// <summary>Whether there is an output.</summary>
    public bool IsConverted => _executed is not null;

    /// <summary>The output in UTF-8, without its source map.</summary>
    public ReadOnlyMemory<byte> Code { get; }

    /// <summary>The source map as JSON; empty where there is none.</summary>
    public ReadOnlyMemory<byte> SourceMap { get; }

    /// <summary>What there is to know of it besides.</summary>
    public DocumentMetadata Metadata { get; } = DocumentMetadata.None;

    /// <summary>What a person should know, in source order; where it was not converted, why.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <inheritdoc/>
    public void Dispose() => _executed?.Dispose();
}

/// <summary>What there is to know of a document besides its output.</summary>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="FrontMatter">Its front matter; null where it has none.</param>
/// <param name="Headings">Its headings, in order.</param>
/// <param name="Dependencies">Absolute paths of the files that its output depends on besides itself.</param>
internal sealed record DocumentMetadata(
    string? Title, IReadOnlyDictionary<string, object?>? FrontMatter, IReadOnlyList<Heading> Headings, IReadOnlyCollection<string> Dependencies)
{
    /// <summary>That of a document that was not converted.</summary>
    public static readonly DocumentMetadata None = new(null, null, [], []);
}
