using FastMd.Engine.Components;
using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Checking;
using FastMd.Engine.Context.Cleaning;
using FastMd.Engine.Context.Emitting;
using FastMd.Engine.Context.Tokens;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Context.Writing;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Evaluation;

namespace FastMd.Engine.Context;

/// <summary>
/// Markdown and MDX to context for language models: plain Markdown in one style, without what takes code to render or is for a reader's browser.
/// </summary>
public sealed class ContextConverter : IDocumentConverter
{
    /// <summary>Extension of context.</summary>
    internal const string Extension = ContextNames.Extension;

    private readonly ContextOptions _options;
    private readonly ComponentRegistry _registry;
    private readonly TimeProvider _time;
    private readonly Boilerplate _boilerplate;
    private readonly CodeStep _code;
    private readonly ITokenCounter _counter;

    /// <summary>A converter for one set of options; share it between threads.</summary>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock that tells how long parsing took; the system's where it is null.</param>
    public ContextConverter(ContextOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _registry = ComponentRegistry.With(options.ComponentRules);
        _time = time ?? TimeProvider.System;
        _boilerplate = new(options.Boilerplate);
        _code = new(options);
        _counter = TokenCounters.Of(options.Tokens);
    }

    /// <inheritdoc/>
    public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(output);
        var started = _time.GetTimestamp();
        var diagnostics = new List<Diagnostic>(source.Diagnostics);
        var document = ContextReader.Read(source, diagnostics, cancellation);
        var headings = DocumentHeadings.Of(document.Tree.Children);
        var parsed = _time.GetElapsedTime(started);

        var step = new LinkStep(_options, source.Name, links);
        var references = new DocumentReferences(document.Source, document.Source, step);
        var nodes = Clean(document, source, references, diagnostics, cancellation, out var isChanged);
        var written = MarkdownWriter.Write(new() { Children = nodes });
        if (_options.Profile == ContextProfile.Lossless && Difference(document, written.Text, step.Known, isChanged, cancellation) is { } difference)
        {
            diagnostics.Add(difference);
            written = new(document.Source[document.BodyStart..].TrimStart().ReplaceLineEndings("\n"), []);
        }

        Write(output, source, document, nodes, written);
        return new(document.Title, document.FrontMatter, diagnostics, parsed)
        {
            Headings = headings,
            Anchors = references.AnchorsWith(headings),
        };
    }

    /// <inheritdoc/>
    public long NeededBytes(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Format == DocumentFormat.Mdx ? ConversionCost.OfMdx.Of(source.Text) : ConversionCost.OfMarkdown.Of(source.Text);
    }

    private static Diagnostic? Difference(ReadDocument document, string text, ILinkTargets links, bool isChanged, CancellationToken cancellation)
        => MeaningCheck.Find(isChanged ? null : document.Source[document.BodyStart..], text, links, cancellation);

    private List<Node> Clean(
        ReadDocument document, SourceText source, DocumentReferences references, List<Diagnostic> diagnostics, CancellationToken cancellation, out bool isChanged)
    {
        var warnings = new CleaningWarnings(document.Source, diagnostics, _options.RefusesUnknown);
        var reader = new IncludedReader((text, noticed) => ContextReader.Read(text, noticed, cancellation));
        var job = new CleaningJob(_options, _registry, new Inclusions(source.Includes), reader);
        var nodes = new Cleaner(job, document.ScopeWith(null), references, warnings).Clean(document.Tree);
        isChanged = document.IsMdx || job.IsChanged;
        isChanged |= HeadingLinks.Follow(nodes);
        isChanged |= _options.Takes(ContextSteps.Boilerplate) && _boilerplate.Drop(nodes);
        isChanged |= _code.Take(nodes);
        return nodes;
    }

    private void Write(TextWriter output, SourceText source, ReadDocument document, List<Node> nodes, WrittenMarkdown written)
    {
        switch (_options.FrontMatter)
        {
            case ContextFrontMatter.Mdc:
                var stats = ContextStats.Of(written.Text, nodes, _counter);
                var facts = ContextFacts.Of(source.Name, document.Title, document.FrontMatter);
                var lines = _options.MapsLines ? LineMap.Of(written.Places, document.Source).ToString() : "";
                output.Write(MdcFrontMatter.Of(facts, stats, written.Text, _options, _counter.Name, lines));
                output.Write(written.Text.Length > 0 ? "\n" : "");
                output.Write(written.Text);
                break;
            case ContextFrontMatter.Source:
                output.Write(Formatter.Behind(document.Source[..document.BodyStart], written.Text));
                break;
            default:
                output.Write(written.Text);
                break;
        }
    }
}
