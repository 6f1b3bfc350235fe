using System.Globalization;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Tree;
using FastMd.Engine.Safety;

namespace FastMd.Engine.Mdx.Html;

/// <summary>
/// MDX to HTML fragments, as far as that goes without running code: imports, exports and comments are dropped, literals are text,
/// and of every other expression a warning says that it was left out.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="time">The clock that tells how long parsing took; the system's where it is null.</param>
public sealed class MdxHtmlConverter(MdxHtmlOptions options, TimeProvider? time = null) : IDocumentConverter
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(output);
        var started = _time.GetTimestamp();
        var diagnostics = new List<Diagnostic>(source.Diagnostics);
        var document = MdxDocument.Parse(source, isMdx: true, options.Extensions, wantsFrontMatter: true, diagnostics, cancellation);
        using var tree = new MdxTree(source.Text.Length);
        document.BuildInto(tree, new(tree));
        var parsed = _time.GetElapsedTime(started);
        cancellation.ThrowIfCancellationRequested();

        var references = new DocumentReferences(document.Source, document.Source, links, AddressGuard.For(options.RawHtml, diagnostics));
        var leftOut = new OmissionWarnings(document.Source, diagnostics);
        DocumentFeatures features;
        var anchors = options.RawHtml == RawHtmlHandling.Sanitize
            ? WriteSanitized(tree, references, leftOut, output, out features)
            : WriteAll(tree, references, leftOut, output, out features);
        return new(document.Title, document.FrontMatter, diagnostics, parsed) { Headings = tree.Headings, Anchors = anchors, Features = features };
    }

    /// <inheritdoc/>
    public long NeededBytes(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ConversionCost.OfMdx.Of(source.Text);
    }

    private IReadOnlyList<string> WriteAll(
        MdxTree tree, DocumentReferences references, OmissionWarnings leftOut, TextWriter output, out DocumentFeatures features)
    {
        using var html = new EscapedHtml(output);
        var writer = new StaticHtmlWriter(html, tree, options, references, leftOut);
        writer.Write();
        features = writer.Features;
        return references.Anchors;
    }

    private IReadOnlyList<string> WriteSanitized(
        MdxTree tree, DocumentReferences references, OmissionWarnings leftOut, TextWriter output, out DocumentFeatures features)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var anchors = WriteAll(tree, references, leftOut, html, out features);
        return SanitizedHtml.Write(html.GetStringBuilder(), references.HasRawHtml, tree.Headings, anchors, output);
    }
}
