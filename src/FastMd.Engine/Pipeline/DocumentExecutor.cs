using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;

namespace FastMd.Engine.Pipeline;

/// <summary>Converts documents in this process.</summary>
public sealed class DocumentExecutor : IDocumentExecutor
{
    private readonly ConcurrentBag<Utf8TextWriter> _writers = [];
    private readonly IDocumentConverter _converter;
    private readonly SourceReader _reader;
    private readonly OutputTree? _output;
    private readonly TreeLinks? _links;

    /// <summary>An executor for one job.</summary>
    /// <param name="converter">Converts texts.</param>
    /// <param name="decoder">Turns bytes into text.</param>
    /// <param name="maximumBytes">Size beyond which a file is refused.</param>
    /// <param name="target">Where outputs go; null where results carry the content.</param>
    public DocumentExecutor(IDocumentConverter converter, TextDecoder decoder, long maximumBytes, OutputTarget? target = null)
    {
        _converter = converter;
        _reader = new(decoder, maximumBytes);
        if (target is not null)
        {
            _output = target.Tree;
            _links = new(target.Documents, target.Extension);
        }
    }

    /// <inheritdoc/>
    public ConversionResult Execute(PlannedDocument document, Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attempt);
        var (text, inputBytes) = _reader.Read(document.Source, attempt.Cancellation);
        attempt.Cancellation.ThrowIfCancellationRequested();

        var writer = _writers.TryTake(out var pooled) ? pooled : new();
        var converted = _converter.Convert(text, LinksOf(document), writer);
        attempt.Cancellation.ThrowIfCancellationRequested();

        var output = writer.WrittenBytes;
        if (document.OutputPath is { } path && !_output!.Write(path, output.Span, attempt.TryCommit))
        {
            throw new OperationCanceledException(attempt.Cancellation);
        }

        var result = new ConversionResult
        {
            Index = document.Index,
            SourcePath = document.Source.Name,
            OutputPath = document.OutputPath,
            Status = ConversionStatus.Converted,
            Content = document.OutputPath is null ? writer.ToString() : null,
            FrontMatter = converted.FrontMatter,
            Title = converted.Title,
            Diagnostics = converted.Diagnostics,
            InputBytes = inputBytes,
            OutputBytes = output.Length,
            Duration = attempt.Elapsed,
            Attempts = attempt.Number,
        };

        // Only here: what an exception left behind is not worth keeping.
        writer.Clear();
        _writers.Add(writer);
        return result;
    }

    private ILinkTargets LinksOf(PlannedDocument document)
        => _links is not null && document is { BasePath: { } basePath, Source.Path: { } path }
            ? _links.Of(path, basePath)
            : SameLinks.Instance;
}
