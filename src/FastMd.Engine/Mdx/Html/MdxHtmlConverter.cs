using System.Globalization;
using FastMd.Engine.Components;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Evaluation;
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
    private readonly ComponentRegistry _registry = ComponentRegistry.With(options.ComponentRules);

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
        var slugger = new GitHubSlugger();
        document.BuildInto(tree, new(tree, slugger: slugger));
        var parsed = _time.GetElapsedTime(started);
        cancellation.ThrowIfCancellationRequested();

        var references = new DocumentReferences(document.Source, document.Source, links, AddressGuard.For(options.RawHtml, diagnostics));
        var leftOut = new OmissionWarnings(document.Source, diagnostics);
        var rendering = new Rendering(_registry, new Inclusions(source.Includes), slugger, cancellation);
        var scope = new DocumentScope(tree.Statements, document.FrontMatter);
        var anchors = options.RawHtml == RawHtmlHandling.Sanitize ? WriteSanitized(output) : WriteAll(output);
        return new(document.Title, document.FrontMatter, diagnostics, parsed) { Headings = tree.Headings, Anchors = anchors, Features = rendering.Features };

        IReadOnlyList<string> WriteAll(TextWriter target)
        {
            using var html = new EscapedHtml(target);
            new StaticHtmlWriter(html, tree, scope, options, references, leftOut, rendering).Write();
            return references.Anchors;
        }

        IReadOnlyList<string> WriteSanitized(TextWriter target)
        {
            using var html = new StringWriter(CultureInfo.InvariantCulture);
            var written = WriteAll(html);
            return SanitizedHtml.Write(html.GetStringBuilder(), references.HasRawHtml, tree.Headings, written, target);
        }
    }

    /// <inheritdoc/>
    public long NeededBytes(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ConversionCost.OfMdx.Of(source.Text);
    }
}
