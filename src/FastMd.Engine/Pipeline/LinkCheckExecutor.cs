using FastMd.Engine.Documents;

namespace FastMd.Engine.Pipeline;

/// <summary>Checks the links of documents: converts them, and keeps nothing but what there is to say.</summary>
public sealed class LinkCheckExecutor : IDocumentExecutor
{
    private readonly IDocumentConverter _converter;
    private readonly SourceReader _reader;
    private readonly TimeProvider _time;

    /// <summary>An executor for one job.</summary>
    /// <param name="converter">Converts texts, and so finds their links.</param>
    /// <param name="decoder">Turns bytes into text.</param>
    /// <param name="maximumBytes">Size beyond which a file is refused.</param>
    /// <param name="documents">Which files of the input are documents.</param>
    /// <param name="extension">Extension that outputs would have, with its dot.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    public LinkCheckExecutor(
        IDocumentConverter converter, TextDecoder decoder, long maximumBytes, DocumentFilter documents, string extension, TimeProvider? time = null)
        : this(converter, decoder, maximumBytes, new TreeLinks(documents, extension), time)
    {
    }

    internal LinkCheckExecutor(IDocumentConverter converter, TextDecoder decoder, long maximumBytes, TreeLinks links, TimeProvider? time = null)
    {
        _converter = converter;
        _time = time ?? TimeProvider.System;
        _reader = new(decoder, maximumBytes, _time, hashes: false);
        Links = links;
    }

    /// <summary>Knows what is where in the tree.</summary>
    internal TreeLinks Links { get; }

    /// <inheritdoc/>
    public ConversionResult Execute(PlannedDocument document, Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attempt);
        var started = _time.GetTimestamp();
        var source = _reader.Read(document.Source, attempt.Cancellation);
        var read = _time.GetTimestamp();
        attempt.Cancellation.ThrowIfCancellationRequested();

        attempt.TakeMemory(source.Bytes, _converter.NeededBytes(source.Text));
        var begun = _time.GetTimestamp();
        var links = document is { BasePath: { } basePath, Source.Path: { } path } ? Links.Of(path, basePath) : null;
        var converted = _converter.Convert(source.Text, (ILinkTargets?)links ?? SameLinks.Instance, TextWriter.Null, attempt.Cancellation);
        var rendered = _time.GetTimestamp();

        // What HTML has to leave out is no matter of links.
        var diagnostics = converted.Diagnostics.Where(static diagnostic => diagnostic.Code != DiagnosticCodes.MdxExpressionLeftOut).ToList();
        return new()
        {
            Index = document.Index,
            SourcePath = document.Source.Name,
            Status = ConversionStatus.Converted,
            FrontMatter = converted.FrontMatter,
            Title = converted.Title,
            Diagnostics = links?.Among(diagnostics, DiagnosticSeverity.Error) ?? diagnostics,
            Links = links?.Facts(converted.Anchors),
            InputBytes = source.Bytes,
            Duration = attempt.Elapsed,
            Attempts = attempt.Number,
            QueueWait = attempt.QueueWait,
            Stages = new(
                Read: _time.GetElapsedTime(started, read) - source.DecodeTime,
                Decode: source.DecodeTime,
                Parse: converted.ParseTime,
                Render: _time.GetElapsedTime(begun, rendered) - converted.ParseTime,
                Write: TimeSpan.Zero),
        };
    }
}
