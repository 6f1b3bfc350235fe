using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Html;

/// <summary>Writes documents in the places where others include them.</summary>
/// <param name="writer">Writes the document that includes.</param>
internal sealed class Includer(StaticHtmlWriter writer)
{
    /// <summary>Whether a module that is imported is a document.</summary>
    public static bool IsDocument(string module)
        => module.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) || module.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes a document.</summary>
    /// <param name="specifier">What the document that includes calls it.</param>
    /// <param name="element">The element in whose place it is written.</param>
    public void Include(string specifier, MdxElement element)
    {
        var rendering = writer.Rendering;
        if (!IsDocument(specifier) || rendering.Enter(specifier) is not { } included)
        {
            writer.LeftOut.NoteMissing(specifier, element.Start);
            return;
        }

        var diagnostics = new List<Diagnostic>();
        using var tree = new MdxTree(included.Text.Text.Length);
        var document = Read(included, tree, diagnostics);
        var references = new DocumentReferences(document.Source, document.Source, new PlacedLinks(writer.References, included.FolderUrl, element.Start));
        var leftOut = new OmissionWarnings(document.Source, diagnostics);
        new StaticHtmlWriter(
            writer.Html, tree, new(tree, document.FrontMatter, PropertiesOf(element)), writer.Options, references, leftOut, rendering).WriteFragment();
        writer.References.Take(references);
        foreach (var diagnostic in diagnostics)
        {
            writer.LeftOut.Take(diagnostic, included.Name, element.Start);
        }

        rendering.Leave();
    }

    private MdxDocument Read(IncludedText included, MdxTree tree, List<Diagnostic> diagnostics)
    {
        try
        {
            var document = MdxDocument.Parse(
                included.Text, isMdx: true, writer.Options.Extensions, wantsFrontMatter: true, diagnostics, writer.Rendering.Cancellation);
            document.BuildInto(tree, new(tree, slugger: writer.Rendering.Slugger));
            return document;
        }
        catch (DocumentException invalid)
        {
            var at = invalid.Diagnostic;
            throw new DocumentException(at with { Message = at.Line > 0 ? $"{included.Name}({at.Line},{at.Column}), which is included here: {at.Message}" : $"{included.Name}, which is included here: {at.Message}", Line = 0, Column = 0 }, invalid);
        }
    }

    private Dictionary<string, object?> PropertiesOf(MdxElement element)
    {
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name is { } name && writer.Scope.TryEvaluate(attribute, out var value))
            {
                properties[name] = value;
            }
        }

        return properties;
    }

    /// <summary>The links of a document that is included: relative ones lead on from its own folder, and it is reported where it is included.</summary>
    private sealed class PlacedLinks(DocumentReferences outer, string folderUrl, int offset) : ILinkTargets
    {
        public string Resolve(LinkReference link) => outer.Resolve(IsRelative(link.Url) ? folderUrl + link.Url : link.Url, link.Kind, offset);

        private static bool IsRelative(string url)
            => url.Length > 0 && url[0] is not ('/' or '#' or '?' or '\\')
                && !url.AsSpan(0, url.AsSpan().IndexOfAny("/?#") is >= 0 and var end ? end : url.Length).Contains(':');
    }
}
