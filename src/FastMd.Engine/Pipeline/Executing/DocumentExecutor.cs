using System.Collections.Concurrent;
using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Pipeline.Links;

namespace FastMd.Engine.Pipeline.Executing;

/// <summary>Reads and converts documents in this process.</summary>
/// <param name="options">What it depends on.</param>
/// <param name="time">The clock; the system's where it is null.</param>
internal sealed class DocumentExecutor(ExecutorOptions options, TimeProvider? time = null) : IDocumentExecutor
{
    private readonly ConcurrentBag<Utf8TextWriter> _writers = [];
    private readonly SourceReader _reader = new(options.Sources, options.Decoder, options.MaximumBytes, time ?? TimeProvider.System, options.HashesSources, options.FrontMatter);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public ExecutedDocument Execute(DocumentWork work, IExecution execution)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(execution);
        if (work.Source is { Path: { } container, Text: null } && options.Sources.Of(container) is ContainerSource { NeedsProcess: true } kind && !options.IsInWorker)
        {
            throw new DocumentException(Diagnostic.Error(
                DiagnosticCodes.WorkersUnavailable, $"Files of the kind '{kind.Name}' are read in a worker process only, and here is none: convert it with fastmd convert or Convert-FastMdBatch."));
        }

        return work.Kind switch
        {
            WorkKind.ListParts => PartsOf(work, execution),
            WorkKind.ReadText => TextOf(work, execution),
            _ => Convert(work, execution),
        };
    }

    private ExecutedDocument PartsOf(DocumentWork work, IExecution execution)
        => new() { Source = default, Content = new MemoryContent(PartList.Write(_reader.PartsOf(work.Source, execution.Cancellation))) };

    private ExecutedDocument TextOf(DocumentWork work, IExecution execution)
    {
        var read = _reader.Read(work.Source, execution.Cancellation);
        return new() { Source = read.Facts, Content = new MemoryContent(Encoding.UTF8.GetBytes(read.Text.Text)), Diagnostics = read.Text.Diagnostics, Pages = read.Text.Pages };
    }

    private ExecutedDocument Convert(DocumentWork work, IExecution execution)
    {
        var started = _time.GetTimestamp();
        var (text, facts, decodeTime) = _reader.Read(work.Source, execution.Cancellation, work.Current);
        var readTime = _time.GetElapsedTime(started) - decodeTime;
        execution.Cancellation.ThrowIfCancellationRequested();
        if (work.Current is { } current && facts.Stamp is not null && facts.Hash == current)
        {
            return new() { Source = facts, IsCurrent = true };
        }

        execution.TakeMemory(facts.Bytes, options.Converter.NeededBytes(text));
        var begun = _time.GetTimestamp();
        var isBook = work.Source.Path is { } file && options.Sources.Of(file) is ContainerSource;
        var links = isBook ? null : LinksOf(work);
        var includes = !isBook && work is { BasePath: { } basePath, Source.Path: { } path } ? new IncludedTexts(_reader, path, basePath, execution.Cancellation) : null;
        var writer = options.ChecksLinks ? null : TakeWriter();
        var converted = options.Converter.Convert(
            text with { Name = work.NameInTree, Root = work.Root, Includes = includes, WantsHeadings = options.WantsHeadings }, (ILinkTargets?)links ?? (isBook ? options.PartLinks : SameLinks.Instance), writer ?? TextWriter.Null, execution.Cancellation);
        var convertTime = _time.GetElapsedTime(begun);
        execution.Cancellation.ThrowIfCancellationRequested();
        return new()
        {
            Source = includes is { WereAsked: true } ? AlwaysStale(facts) : facts,
            HasInclusions = includes is { WereAsked: true },
            Inclusions = includes?.Opened ?? [],
            Content = writer is null ? null : new MemoryContent(writer.WrittenBytes, () => GiveBack(writer)),
            Pages = text.Pages,
            Title = converted.Title,
            FrontMatter = converted.FrontMatter,
            Headings = converted.Headings,
            Diagnostics = DiagnosticsOf(converted, links),
            Links = links?.Facts(converted.Anchors),
            Lookups = links?.Lookups ?? [],
            Assets = links is null || !options.CopiesAssets ? [] : [.. links.Assets],
            Stages = new(
                Read: readTime,
                Decode: decodeTime,
                Parse: converted.ParseTime,
                Render: convertTime - converted.ParseTime,
                Write: TimeSpan.Zero),
        };
    }

    /// <summary>
    /// What is recorded of a document that includes others: a length and a hash that its file never has. Whether those others changed is not
    /// recorded, so that it is converted by each run.
    /// </summary>
    private static SourceFacts AlwaysStale(SourceFacts facts)
        => facts with { Stamp = facts.Stamp is { } stamp ? stamp with { Length = stamp.Length + 1 } : null, Hash = default };

    private IReadOnlyList<Diagnostic> DiagnosticsOf(ConvertedDocument converted, DocumentLinks? links)
        => options.ChecksLinks
            ? links?.Among(converted.Diagnostics, DiagnosticSeverity.Error) ?? converted.Diagnostics
            : RepeatedWarnings.Count(links?.Among(converted.Diagnostics) ?? converted.Diagnostics);

    private DocumentLinks? LinksOf(DocumentWork work)
        => work is { BasePath: { } basePath, Source.Path: { } path } ? options.Links?.Of(path, basePath) : null;

    private Utf8TextWriter TakeWriter() => _writers.TryTake(out var pooled) ? pooled : new();

    // Called only for content that was handed over: what an exception left behind is not worth keeping.
    private void GiveBack(Utf8TextWriter writer)
    {
        writer.Clear();
        _writers.Add(writer);
    }
}
