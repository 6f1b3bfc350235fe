using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Html;

/// <summary>
/// MDX to HTML fragments, as far as that goes without running code: imports, exports and comments are dropped, literals are text,
/// and of every other expression a warning says that it was left out.
/// </summary>
/// <param name="components">What becomes of components.</param>
/// <param name="time">The clock that tells how long parsing took; the system's where it is null.</param>
public sealed class MdxHtmlConverter(ComponentHandling components, TimeProvider? time = null) : IDocumentConverter
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
        var document = MdxDocument.Parse(source.Text, isMdx: true, wantsFrontMatter: true, diagnostics, cancellation);
        using var tree = new MdxTree(source.Text.Length);
        document.BuildInto(tree, hasHeadingIds: true);
        var parsed = _time.GetElapsedTime(started);
        cancellation.ThrowIfCancellationRequested();

        using var html = new HtmlText(output);
        var references = new DocumentReferences(document.Source, document.Source, links);
        new StaticHtmlWriter(html, tree, components, references, new(document.Source, diagnostics)).Write();
        return new(document.Title, document.FrontMatter, diagnostics, parsed)
        {
            Headings = tree.Headings,
            Anchors = references.Anchors,
        };
    }
}
