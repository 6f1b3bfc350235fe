using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Program;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx;

/// <summary>MDX, and Markdown, to JavaScript modules.</summary>
/// <param name="options">The options.</param>
/// <param name="time">The clock that tells how long parsing took; the system's where it is null.</param>
public sealed class MdxConverter(MdxOptions options, TimeProvider? time = null) : IDocumentConverter
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
        var hasFrontMatter = options.FrontMatterExport.Length > 0;
        var document = MdxDocument.Parse(source, IsMdx(source.Format), options.Extensions, hasFrontMatter, diagnostics, cancellation);

        using var tree = new MdxTree(source.Text.Length);
        var hasContents = options.ContentsExport.Length > 0;
        var hasIds = options.HeadingIds || hasContents;
        var hasLinks = links is not SameLinks;
        document.BuildInto(tree, hasIds || hasLinks || source.WantsHeadings ? new(tree, hasIds) : null);
        IReadOnlyList<string> anchors = hasLinks ? ResolveLinks(tree, document.Source, links) : [];
        var parsed = _time.GetElapsedTime(started);
        cancellation.ThrowIfCancellationRequested();

        var exports = new MdxExports();
        if (hasFrontMatter)
        {
            exports.Add(options.FrontMatterExport, ExportJson.Of(document.FrontMatter));
        }

        if (hasContents)
        {
            exports.Add(options.ContentsExport, ExportJson.Of(tree.Headings));
        }

        var pragmas = PragmaReader.Read(
            tree.Root, document.Modules, document.Source, new(options.Runtime, options.ImportSource, options.Pragma, options.PragmaFragment));
        using var program = new ProgramWriter(
            tree, source.Text.Length, options, pragmas, options.Development ? new(document.Source, source.Name) : null);
        program.WriteTo(output, exports, source);
        return new(document.Title, document.FrontMatter, diagnostics, parsed) { Headings = tree.Headings, Anchors = anchors };
    }

    /// <inheritdoc/>
    public long NeededBytes(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (IsMdx(source.Format) ? ConversionCost.OfMdx : ConversionCost.OfModules).Of(source.Text);
    }

    private static List<string> ResolveLinks(MdxTree tree, string source, ILinkTargets links)
    {
        var references = new DocumentReferences(source, source, links);
        new TreeReferences(references).Resolve(tree.Root);
        return references.AnchorsWith(tree.Headings);
    }

    private bool IsMdx(DocumentFormat format) => options.Format switch
    {
        MdxFormat.Mdx => true,
        MdxFormat.Md => false,
        _ => format == DocumentFormat.Mdx,
    };
}
