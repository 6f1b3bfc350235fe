using System.Collections.Concurrent;
using System.Globalization;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Safety;
using Markdig;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown;

/// <summary>Markdown to HTML fragments.</summary>
public sealed class MarkdownConverter : IDocumentConverter
{
    private readonly MarkdownOptions _options;
    private readonly MarkdownPipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly ConcurrentBag<ReusableHtmlRenderer> _renderers = [];

    /// <summary>A converter for one set of options; share it between threads.</summary>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock that tells how long parsing took; the system's where it is null.</param>
    public MarkdownConverter(MarkdownOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _pipeline = MarkdownPipelines.For(options);
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(output);

        var started = _time.GetTimestamp();
        var diagnostics = new List<Diagnostic>(source.Diagnostics);
        if (source.Format == DocumentFormat.Mdx)
        {
            diagnostics.Add(Diagnostic.Warning(
                DiagnosticCodes.MdxReadAsMarkdown, "MDX was read as plain Markdown: imports and expressions stay as text."));
        }

        var parsedText = ParsedMarkdown.Parse(source, _options.Flavor, _pipeline, diagnostics, cancellation);
        try
        {
            var document = parsedText.Blocks;
            var headings = _options.Flavor == MarkdownFlavor.Gfm ? HeadingIds.Assign(document) : HeadingIds.None(document);
            var parsed = _time.GetElapsedTime(started);
            var references = new DocumentReferences(source.Text, parsedText.Body, links, AddressGuard.For(_options.RawHtml, diagnostics));
            DocumentFeatures features;
            var anchors = _options.RawHtml == RawHtmlHandling.Sanitize
                ? RenderSanitized(document, headings, references, output, parsedText.Context, out features)
                : RenderAll(document, headings, references, output, parsedText.Context, out features);
            return new(parsedText.Title, parsedText.FrontMatter, diagnostics, parsed) { Headings = headings, Anchors = anchors, Features = features };
        }
        catch (NestingException tooDeep)
        {
            throw parsedText.NestingTooDeep(tooDeep);
        }
    }

    private List<string> RenderAll(
        MarkdownDocument document, IReadOnlyList<Heading> headings, DocumentReferences references, TextWriter output, ParseContext context,
        out DocumentFeatures features)
    {
        features = Render(document, references, output, context);
        return references.AnchorsWith(headings);
    }

    private IReadOnlyList<string> RenderSanitized(
        MarkdownDocument document, IReadOnlyList<Heading> headings, DocumentReferences references, TextWriter output, ParseContext context,
        out DocumentFeatures features)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var anchors = RenderAll(document, headings, references, html, context, out features);
        return SanitizedHtml.Write(html.GetStringBuilder(), references.HasRawHtml, headings, anchors, output);
    }

    private DocumentFeatures Render(MarkdownDocument document, DocumentReferences references, TextWriter output, ParseContext context)
    {
        if (!_renderers.TryTake(out var renderer))
        {
            renderer = new(_pipeline, _options.Code);
        }

        try
        {
            renderer.Render(document, references, output, context);
        }
        catch (ArgumentException thrown) when (NestingException.IsDepthLimit(thrown))
        {
            throw new NestingException(renderer.LastWritten?.Span.Start ?? 0, thrown);
        }

        var features = renderer.Features;
        _renderers.Add(renderer);
        return features;
    }
}
