using System.Collections.Concurrent;
using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Pipeline;

/// <summary>Converts documents in this process.</summary>
public sealed class DocumentExecutor : IDocumentExecutor
{
    private readonly ConcurrentBag<Utf8TextWriter> _writers = [];
    private readonly IDocumentConverter _converter;
    private readonly SourceReader _reader;
    private readonly FrontMatterReader _frontMatter;
    private readonly TimeProvider _time;
    private readonly OutputWriter? _output;
    private readonly TreeLinks? _links;
    private readonly Lazy<BuildState?>? _state;
    private readonly bool _copiesAssets;
    private readonly PageWriter? _pages;

    /// <summary>An executor for one job.</summary>
    /// <param name="converter">Converts texts.</param>
    /// <param name="decoder">Turns bytes into text.</param>
    /// <param name="maximumBytes">Size beyond which a file is refused.</param>
    /// <param name="target">Where outputs go; null where results carry the content.</param>
    /// <param name="time">The clock; the system's where it is null.</param>
    /// <param name="pages">Makes pages of what is converted; null where it stays fragments.</param>
    public DocumentExecutor(
        IDocumentConverter converter, TextDecoder decoder, long maximumBytes, OutputTarget? target = null, TimeProvider? time = null,
        PageWriter? pages = null)
    {
        _converter = converter;
        _time = time ?? TimeProvider.System;
        _state = target?.State;
        _reader = new(decoder, maximumBytes, _time, hashes: _state is not null);
        _frontMatter = new(decoder);
        _pages = pages;
        if (target is not null)
        {
            _copiesAssets = target.CopiesAssets;
            _output = new(target.Tree, _state, target.Foreign);
            _links = new(target.Documents, target.Extension)
            {
                ReportsDead = target.WarnsOfLinks,
                Folders = target.Folders,
                Destination = target.Tree.Destination,
            };
        }
    }

    /// <summary>Knows which links lead to documents; null where nothing is written.</summary>
    internal TreeLinks? Links => _links;

    /// <summary>The result of a document whose output is what it would be converted to.</summary>
    internal ConversionResult Unchanged(PlannedDocument document) => Unchanged(document, document.Freshness!.Record!);

    private ConversionResult Unchanged(PlannedDocument document, RecordedOutput record, Attempt? attempt = null)
        => ConversionResult.Unchanged(document, record, () => _frontMatter.Read(document.Source), attempt);

    /// <inheritdoc/>
    public ConversionResult Execute(PlannedDocument document, Attempt attempt)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attempt);
        var started = _time.GetTimestamp();
        var source = _reader.Read(document.Source, attempt.Cancellation);
        var read = _time.GetTimestamp();
        attempt.Cancellation.ThrowIfCancellationRequested();

        var reason = document.Freshness?.Reason;
        if (document.Freshness is { Record: { } record, Reason: null } freshness && source.Stamp is { } stamp)
        {
            reason = _state!.Value!.Confirm(freshness, source.Hash, stamp);
            if (reason is null)
            {
                return Unchanged(document, record, attempt);
            }
        }

        attempt.TakeMemory(source.Bytes, _converter.NeededBytes(source.Text));
        var begun = _time.GetTimestamp();
        var writer = TakeWriter();
        var links = LinksOf(document);
        var converted = _converter.Convert(source.Text with { Name = document.NameInTree }, (ILinkTargets?)links ?? SameLinks.Instance, writer, attempt.Cancellation);
        if (_pages is not null)
        {
            var fragment = writer;
            writer = TakeWriter();
            converted = _pages.Write(document, converted, fragment.WrittenBytes, writer);
            GiveBack(fragment);
        }

        var rendered = _time.GetTimestamp();
        attempt.Cancellation.ThrowIfCancellationRequested();

        converted = converted with { Diagnostics = RepeatedWarnings.Count(links?.Among(converted.Diagnostics) ?? converted.Diagnostics) };
        IReadOnlyList<string> assets = links is null || !_copiesAssets ? [] : [.. links.Assets];
        var output = writer.WrittenBytes;
        if (document.OutputPath is not null)
        {
            _output!.Write(document, source, converted, links, assets, output.Span, attempt);
        }

        var written = _time.GetTimestamp();
        var result = new ConversionResult
        {
            Index = document.Index,
            SourcePath = document.Source.Name,
            OutputPath = document.OutputPath,
            Status = ConversionStatus.Converted,
            Reason = reason,
            Content = document.OutputPath is null ? writer.ToString() : null,
            FrontMatter = converted.FrontMatter,
            Title = converted.Title,
            Diagnostics = converted.Diagnostics,
            Links = links?.Facts(converted.Anchors),
            Assets = assets,
            InputBytes = source.Bytes,
            OutputBytes = output.Length,
            Duration = attempt.Elapsed,
            Attempts = attempt.Number,
            QueueWait = attempt.QueueWait,
            Stages = new(
                Read: _time.GetElapsedTime(started, read) - source.DecodeTime,
                Decode: source.DecodeTime,
                Parse: converted.ParseTime,
                Render: _time.GetElapsedTime(begun, rendered) - converted.ParseTime,
                Write: _time.GetElapsedTime(rendered, written)),
        };

        // Only here: what an exception left behind is not worth keeping.
        GiveBack(writer);
        return result;
    }

    private Utf8TextWriter TakeWriter() => _writers.TryTake(out var pooled) ? pooled : new();

    private void GiveBack(Utf8TextWriter writer)
    {
        writer.Clear();
        _writers.Add(writer);
    }

    private DocumentLinks? LinksOf(PlannedDocument document)
        => _links is not null && document is { BasePath: { } basePath, Source.Path: { } path }
            ? _links.Of(path, basePath)
            : null;
}
